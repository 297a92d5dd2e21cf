"""How two records become one and two again: each row that moves is written down, so that exactly those move back."""
from portal.accounts.teams import CareTeam
from portal.clients.comparing import FIELDS, between
from portal.clients.following import threads
from portal.clients.models import Alias, Client, Relation
from portal.rules.merging import Side, restored


def unite(kept, gone, sides, *, by, because):
    """Hang everything of `gone` on `kept`; what was done, as plain values: rows moved, values replaced, names added, teams hidden."""
    lead = gone.care_team.lead if gone.APPEARS["running_case"](gone, None) else None
    replaced = _take(kept, gone, sides, by=by)
    done = {"client": [kept.id, gone.id], "team": [kept.care_team_id, gone.care_team_id], "replaced": replaced, "lead": None, "hidden": [],
            "hid": kept.care_team.restricted or gone.care_team.restricted,
            "rows": _moved(threads(), gone.id, kept.id, stay=_staying(kept, gone)), "team_rows": []}
    if kept.care_team_id != gone.care_team_id:
        done["lead"] = _join_teams(kept.care_team, gone.care_team, lead, by=by, because=because)
        done["hidden"] = _hide(kept, gone, by=by)
        done["team_rows"] = _moved(threads(CareTeam), gone.care_team_id, kept.care_team_id)
    done["aliases"] = _add_names(kept, gone, replaced)
    _find_anew(kept, gone)
    return done


def divide(kept, gone, done, *, by, because):
    """Take back what `unite` did; the names of columns that somebody has changed since and that so stay as they are."""
    kept_id, gone_id = done["client"]
    _move_back(threads(), done["rows"], kept_id, gone_id)
    kept_team, gone_team = done["team"]
    _move_back(threads(CareTeam), done["team_rows"], kept_team, gone_team)
    _part_teams(kept.care_team, done, by=by, because=because)
    Alias.delete().where(Alias.id.in_(done["aliases"]), Alias.client == kept).execute()
    stayed = _give_back(kept, done["replaced"], by=by)
    _find_anew(kept, gone)
    return stayed


def _take(kept, gone, sides, *, by):
    """Let the other's values stand where they were chosen: {column: [before, after]} as the table holds them."""
    taken = {column: getattr(gone, column) for name, side in sides.items() if side == Side.GONE for column in FIELDS[name][1]}
    before = {column: _stored(kept, column) for column in taken}
    if any(getattr(kept, column) != value for column, value in taken.items()):
        kept.change(by=by, **taken)
    else:
        kept.touch(by=by)
    return {column: [before[column], _stored(kept, column)] for column in taken if before[column] != _stored(kept, column)}


def _stored(client, column):
    """A column's value in plain form."""
    value = client._meta.fields[column].db_value(getattr(client, column))
    return value if value is None or isinstance(value, (bool, int, str)) else str(value)


def _give_back(kept, replaced, *, by):
    """Restore the values that nobody has changed since; returns the columns of the others."""
    free = {column for column, (_, after) in replaced.items() if restored(_stored(kept, column), after)}
    kept.touch(by=by) if not free else kept.change(by=by, **{
        column: kept._meta.fields[column].python_value(replaced[column][0]) for column in free})
    return sorted(set(replaced) - free)


def _staying(kept, gone):
    """{table: ids} of what does not move: what the two are to each other, and names that the kept record bears already."""
    names = set(kept.names)
    return {Relation._meta.table_name: [row.id for row in between(kept, gone)],
            Alias._meta.table_name: [alias.id for alias in gone.aliases if alias.name in names]}


def _moved(found, before, after, stay=None):
    """Tie every row of these threads to another id: [[table, column, [ids]]] of those that moved."""
    moved = []
    for thread in found:
        ids = [id for id in thread.ids(before) if id not in (stay or {}).get(thread.table, ())]
        if ids and thread.move(ids, before, after):
            moved.append([thread.table, thread.field.name, ids])
    return moved


def _move_back(found, moved, before, after):
    """Tie the rows that moved to where they came from, but for those that were tied elsewhere since."""
    by_name = {(thread.table, thread.field.name): thread for thread in found}
    for table, column, ids in moved:
        by_name[table, column].move(ids, before, after)


def _join_teams(kept, gone, lead, *, by, because):
    """Whoever works with the one sees both; with a running case comes its lead officer: [before, after] as ids of users, if another leads."""
    before = kept.lead
    kept.copy_members(gone, by=by, because=because)
    if lead is None or before is None or lead == before:
        return None
    kept.join(lead, by=by, lead=True)
    return [before.id, lead.id]


def _hide(kept, gone, *, by):
    """What is hidden stays hidden: the ids of the teams that became restricted by the merge."""
    if not (kept.care_team.restricted or gone.care_team.restricted):
        return []
    teams = {team.id: team for team in (kept.care_team, *(team for client in (kept, gone) for each in Client.HIDES for team in each(client)))}
    open_ones = [team for team in teams.values() if not team.restricted]
    for team in open_ones:
        team.restrict(by=by)
    return [team.id for team in open_ones]


def _part_teams(team, done, *, by, because):
    """The lead leads again, who came by the merge leaves, and what it hid is shown again."""
    before, after = done["lead"] or (None, None)
    earlier = next((member.user for member in team.members() if member.user_id == before), None)
    if earlier and team.lead.id == after:
        team.join(earlier, by=by, lead=True)
    CareTeam.part(because, by=by)
    for each in CareTeam.select().where(CareTeam.id.in_(done["hidden"])):
        each.lift(by=by)
    if team.restricted and not done.get("hid", True):  # hidden while they were one: nobody has said that only one of them was meant
        CareTeam.get_by_id(done["team"][1]).restrict(by=by)


def _add_names(kept, gone, replaced):
    """Every name of both leads to the kept record: the ids of the aliases that this added."""
    own = {kept.name, kept.alias, *(alias.name for alias in kept.aliases), ""}
    before = [replaced[column][0] for column in ("name", "alias") if column in replaced]
    added = [name for name in dict.fromkeys([*before, gone.name, gone.alias]) if name not in own]
    return [Alias.create(client=kept, name=name).id for name in added]


def _find_anew(kept, gone):
    """Search words follow, also those of records that had gone into the other before."""
    for client in (Client.get_by_id(gone.id), Client.get_by_id(kept.id)):
        client.reindex()
