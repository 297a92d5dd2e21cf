"""One page that helps: how each job is done, the keys, the words."""
