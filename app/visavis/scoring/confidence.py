"""Shares of searches with their confidence intervals."""

import math
from dataclasses import dataclass

#: 97.5 % quantile of the normal distribution.
_Z = 1.959964
#: Quantile of the normal distribution for "clearly more" or "clearly fewer": a one-sided test at 5 %.
CLEARLY = 1.644854


@dataclass(frozen=True, slots=True)
class Proportion:
    """The share of searches with a certain result."""

    count: int
    searches: int

    @property
    def share(self) -> float | None:
        """0..1; None without any search."""
        return self.count / self.searches if self.searches else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % confidence interval: Wilson's [1]_, or 3/n wide for a count of 0 or n [2]_. None without any search.

        References
        ----------
        .. [1] Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22.
        .. [2] Hanley, J. A. and Lippman-Hand, A. (1983). If nothing goes wrong, is everything all right? JAMA 249.
        """
        if not self.searches:
            return None
        n = self.searches
        if self.count == 0:
            return 0.0, min(3 / n, 1.0)
        if self.count == n:
            return max(1 - 3 / n, 0.0), 1.0
        share, scale = self.count / n, 1 + _Z**2 / n
        middle = (share + _Z**2 / (2 * n)) / scale
        half = _Z / scale * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
        return middle - half, middle + half

    @property
    def ends(self) -> list[float] | None:
        """The interval, rounded for reports."""
        return [round(end, 4) for end in self.interval] if self.interval else None

    def __str__(self) -> str:
        """Such as "12.5 % of 40 (5.5-26.1 %)", or "0 of 40 (at most 7.5 %)"."""
        if not self.searches:
            return "not measured"
        low, high = self.interval or (0.0, 1.0)
        if self.count == 0:
            return f"0 of {self.searches} (at most {high:.1%})"
        return f"{self.count / self.searches:.1%} of {self.searches} ({low:.1%} to {high:.1%})"


def rate_interval(count: float, searches: float) -> tuple[float, float]:
    """Return the shares, 0..1, that a rare event with this count does not clearly contradict.

    Byar's approximation of the exact Poisson limits [1]_, each for a one-sided test at 5 %. It stays close to them for
    counts of 0 and 1, where Wilson's interval is too short.

    Parameters
    ----------
    count, searches : float
        0 <= count <= searches, and searches > 0. Searches that depend on each other may count as a fraction of one.

    References
    ----------
    .. [1] Breslow, N. E. and Day, N. E. (1987). Statistical methods in cancer research, vol. II. IARC, section 2.3.
    """
    low = count * max(1 - 1 / (9 * count) - CLEARLY / (3 * math.sqrt(count)), 0.0) ** 3 if count else 0.0
    more = count + 1
    high = more * (1 - 1 / (9 * more) + CLEARLY / (3 * math.sqrt(more))) ** 3
    return low / searches, min(high / searches, 1.0)


def round_share(value: float | None) -> float | None:
    """Round a share for reports: no test here is more exact than four digits."""
    return None if value is None else round(value, 4)
