"""Case conferences: who met about a case, what they weighed, what the child wants, and decisions that become somebody's tasks."""
