"""Advance widths of families that may not be shipped, so that lines drawn with a stand-in break where the family's do.

Facts, not drawings: Angsana New's are known from the font descriptions that PDF generators carry. Its Latin letters are
those of Times New Roman at 0.66 of the size, to the unit, so that a scaled stand-in needs no list of them.
"""

from __future__ import annotations

_CONSONANTS = range(0x0E01, 0x0E31)
_OTHERS = "าำเแโใไๅๆ฿๏๐๑๒๓๔๕๖๗๘๙๚๛"


def _listed(consonants: str, others: str) -> dict[str, int]:
    widths = dict(zip(map(chr, _CONSONANTS), map(int, consonants.split()), strict=True))
    return widths | dict(zip(_OTHERS, map(int, others.split()), strict=True))


ADVANCES: dict[tuple[str, bool], dict[str, int]] = {
    ("angsana", False): _listed(
        "396 398 454 398 400 484 315 355 428 405 440 506 522 420 425 378 524 521 534 400 401 395 450 380 460 450 450 "
        "391 391 464 464 414 420 343 342 395 395 415 354 390 441 440 467 455 394 371 400 358",
        "285 285 168 377 342 306 344 292 425 440 428 402 404 568 510 512 528 427 536 502 408 471 816",
    ),
    ("angsana", True): _listed(
        "383 415 453 404 419 499 324 380 426 403 470 527 545 444 449 386 526 561 543 411 418 398 447 383 460 442 444 "
        "414 414 494 494 433 435 370 349 387 383 437 360 417 442 420 462 568 383 374 440 350",
        "284 284 174 356 251 232 291 300 338 440 357 380 358 529 498 496 508 356 515 503 388 491 821",
    ),
}
"""(family, bold) → Thai character → advance, in thousandths of the size."""
