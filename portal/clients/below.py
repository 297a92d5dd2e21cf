"""What is written down about a client is reached through them."""
from portal.accounts.teams import CareTeam, whole


class OfClient:
    """For records with a `client`."""

    @classmethod
    def whole_to(cls, user):
        """Those of the clients this person sees whole."""
        client = cls.client.rel_model
        return cls.select(cls, client, CareTeam).join(client, on=cls.client).join(CareTeam).where(whole(user))
