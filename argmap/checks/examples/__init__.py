"""The example maps of the checks, bad and good, by code: what `argmap help CODE` shows."""
