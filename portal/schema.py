"""Every table of Sigap, found from the models; what migrations must build."""
from portal.audit import Entry
from portal.records import Table


def tables():
    """All concrete models, by name."""
    found, queue = [Entry], list(Table.__subclasses__())
    while queue:
        model = queue.pop()
        children = model.__subclasses__()
        queue += children
        if not children:
            found.append(model)
    return sorted(found, key=lambda model: model.__name__)
