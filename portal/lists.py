"""A list that can be searched, filtered, sorted and paged; coded choices stand in the address, searched words never do."""
from math import ceil

from flask import g, request, url_for

from portal import audit
from portal.audit import Event
from portal.labels import label
from portal.seeking import found
from portal.web import see_other
from portal.words import SearchQuery

SIZE = 25


def search_for(endpoint):
    """Keep the words that were typed into a search box, and lead to the list that carries their token."""
    return see_other(endpoint, s=SearchQuery.keep(request.form.get("q", ""), g.user))


class Filter:
    """One coded choice over a list: `choices` are enum members or (value, text) pairs; `condition(value)` is the where."""

    def __init__(self, name, text, choices, condition):
        self.name, self.text, self.condition = name, text, condition
        self.choices = [choice if isinstance(choice, tuple) else (str(choice), label(choice)) for choice in choices]

    @property
    def value(self):
        asked = request.args.get(self.name, "")
        return asked if any(str(value) == asked for value, _ in self.choices) else ""

    @property
    def chosen_text(self):
        return next((text for value, text in self.choices if str(value) == self.value), "")


class Listing:
    """One page of rows of `model` out of `query`, as the address asks: ?sort=-number&page=2&state=received&s=token.

    `inside` are the rows that the person sees whole, where more of a record is searched than its outline tells.
    """

    def __init__(self, model, query, *, sorts, default, filters=(), size=SIZE, inside=None):
        self.model, self.sorts, self.default, self.filters, self.size, self.inside = model, sorts, default, list(filters), size, inside
        self.token = request.args.get("s", "")
        self.text = SearchQuery.text_of(self.token, g.user)
        self.query = self._sorted(self._found(self._filtered(query)))
        self.total = self._count()
        self.pages = max(1, ceil(self.total / size))
        self.number = min(max(1, request.args.get("page", 1, type=int) or 1), self.pages)
        self.rows = list(self.query.paginate(self.number, size))
        audit.note(Event.LISTED, by=g.user, list=model._meta.table_name, count=len(self.rows))

    @property
    def is_narrowed(self):
        """Whether something was searched for or filtered out."""
        return bool(self.text) or any(each.value for each in self.filters)

    def _filtered(self, query):
        for each in self.filters:
            if each.value:
                query = query.where(each.condition(each.value))
        return query

    def _found(self, query):
        return query.where(self.model.id.in_(found(self.model, self.text, query, self.inside))) if self.text else query

    @property
    def sort(self):
        asked = request.args.get("sort", self.default)
        return asked if asked.lstrip("-") in self.sorts else self.default

    def _sorted(self, query):
        column = self.sorts[self.sort.lstrip("-")]
        order = column.desc() if self.sort.startswith("-") else column.asc()
        return query.order_by(order, self.model.id.desc())

    def _count(self):
        return self.query.order_by().count()

    @property
    def first(self):
        return (self.number - 1) * self.size + 1 if self.total else 0

    @property
    def last(self):
        return min(self.number * self.size, self.total)

    def address(self, **changes):
        """This list with some choices changed; None takes a choice out."""
        chosen = {each.name: each.value for each in self.filters if each.value}
        if self.sort != self.default:
            chosen["sort"] = self.sort
        if self.text:
            chosen["s"] = self.token
        chosen.update(changes)
        return url_for(request.endpoint, **(request.view_args or {}), **{name: value for name, value in chosen.items() if value is not None})

    @property
    def bare(self):
        """This list without any choice."""
        return url_for(request.endpoint, **(request.view_args or {}))

    def url(self, number):
        return self.address(page=number if number > 1 else None)

    @property
    def order(self):
        """What the table's heads need to be links: `.key`, `.down`, `.url(key)`."""
        return Order(self)

    @property
    def chips(self):
        """[(text, address without it)] of the choices in force."""
        chosen = [(f"{each.text}: {each.chosen_text}", self.address(**{each.name: None})) for each in self.filters if each.value]
        return chosen + ([(self.text, self.address(s=None))] if self.text else [])


class Order:
    """The column a list is sorted by; asking for it again turns it round."""

    def __init__(self, listing):
        self.key, self.down, self._listing = listing.sort.lstrip("-"), listing.sort.startswith("-"), listing

    def url(self, key):
        return self._listing.address(sort=f"-{key}" if key == self.key and not self.down else key)
