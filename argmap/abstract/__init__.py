"""Abstract argumentation: which sets of arguments that attack one another are acceptable."""
