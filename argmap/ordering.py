"""What keeps its order where other things change places."""

from bisect import bisect_left
from collections.abc import Sequence


def forwards(places: Sequence[int]) -> list[int]:
    """Return where, among different places, those stand that make the longest row running forwards.

    Takes n log n steps for n places.

    Source: Fredman 1975, On computing the length of longest increasing subsequences.
    """
    ends: list[int] = []  # the least place at which a row of each length can end, and where that stands
    standing: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(standing[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        standing[length : length + 1] = [index]
    row: list[int] = []
    index = standing[-1] if standing else -1
    while index >= 0:
        row.append(index)
        index = before[index]
    return row[::-1]
