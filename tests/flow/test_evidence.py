"""Pictures as evidence: kept as they are, bounded, told of in words, and taken along byte for byte."""

import hashlib
from datetime import UTC, datetime, timedelta, timezone

import pytest
from msgspec import structs

from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow import evidence
from checkup.flow.accounts import toggled
from checkup.flow.by_hand import SeenLine, with_line, without_line
from checkup.flow.evidence import (
    Brought,
    Refusal,
    belongs_to,
    brought,
    kept,
    pictures_of,
    sessions_of,
    without_picture,
)
from checkup.flow.evidence_take import taken_files
from checkup.flow.evidence_view import evidence_view, refused
from checkup.flow.keeping import KeepState
from checkup.model.picture import PictureKind
from checkup.model.visit import Visit

SERVICES = Services()
VISIT = toggled(Visit(id="v", began=""), SERVICES, "google", chosen=True)
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 100
JPEG = b"\xff\xd8\xff\xe1\0\x10Exif\0\0 GPS 21.0 105.8"
HANOI = datetime(2026, 3, 1, 9, 14, 9, tzinfo=timezone(timedelta(hours=7)))


def with_picture(visit=VISIT, data=PNG, name="màn hình.png", service="google"):
    made = kept(visit, service, Brought(data=data, name=name), HANOI)
    assert isinstance(made, Visit)
    return made


def test_a_picture_is_kept_as_it_is_with_its_name_sum_time_and_zone():
    (one,) = with_picture(data=JPEG, name="IMG_1.jpg").pictures

    assert one.data == JPEG
    assert one.sha256 == hashlib.sha256(JPEG).hexdigest()
    assert (one.kind, one.size, one.name) == (PictureKind.JPEG, len(JPEG), "IMG_1.jpg")
    assert (one.added, one.zone) == ("2026-03-01T02:14:09Z", "+07:00")


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", Refusal.NOT_A_PICTURE),
        (b"<svg onload=...>", Refusal.NOT_A_PICTURE),
        (PNG + b"x" * evidence.LARGEST, Refusal.TOO_LARGE),
    ],
)
def test_what_is_no_picture_or_too_large_is_refused(data, refusal):
    assert kept(VISIT, "google", Brought(data=data), HANOI) is refusal


def test_pictures_are_bounded_in_number_and_together(monkeypatch):
    monkeypatch.setattr(evidence, "MOST", 2)
    monkeypatch.setattr(evidence, "MOST_BYTES", len(PNG) * 2)
    visit = with_picture()

    assert kept(visit, "google", Brought(data=PNG), HANOI) is Refusal.THERE_ALREADY
    assert kept(visit, "google", Brought(data=PNG * 2), HANOI) is Refusal.NO_ROOM
    twice = with_picture(visit, service="facebook")  # the same picture of two accounts takes room once
    assert kept(twice, "google", Brought(data=JPEG), HANOI) is Refusal.TOO_MANY


def test_a_file_is_read_and_what_cannot_be_is_said(tmp_path):
    path = tmp_path / "ảnh.png"
    path.write_bytes(PNG)

    assert brought(path) == Brought(data=PNG, name="ảnh.png")
    for odd in (tmp_path, tmp_path / "gone.png", tmp_path / "a\0b"):
        assert brought(odd).refusal is Refusal.UNREADABLE


def test_a_pipe_is_not_waited_for(tmp_path):
    import os

    os.mkfifo(tmp_path / "pipe.png")
    assert brought(tmp_path / "pipe.png").refusal is Refusal.UNREADABLE


def test_a_picture_belongs_to_the_page_or_to_one_of_its_lines_also_when_that_goes():
    visit = with_picture(with_line(VISIT, "google", SeenLine(device="SM-A536E", when="1 Mar")))
    (line,) = sessions_of(visit, "google")
    name = visit.pictures[0].sha256

    visit = belongs_to(visit, "google", name, line)

    assert pictures_of(visit, "google")[0].session == line
    view = evidence_view(
        without_line(visit, "google", 0), "google", KeepState.NOTHING, Texts(Language.ENGLISH)
    )
    assert line in [choice.session for choice in view.rows[0].choices]


def test_an_account_that_is_no_longer_chosen_does_not_lose_its_pictures():
    visit = toggled(with_picture(), SERVICES, "google", chosen=False)

    assert [one.data for one in visit.pictures] == [PNG]


def test_only_the_picture_that_was_meant_goes():
    visit = with_picture(with_picture(with_picture(), JPEG), service="facebook")

    left = without_picture(visit, "google", visit.pictures[0].sha256)

    assert [(one.service, one.data) for one in left.pictures] == [("google", JPEG), ("facebook", PNG)]


def test_the_time_is_told_by_the_clock_it_was_added_with_wherever_it_is_read():
    detail = evidence_view(with_picture(), "google", KeepState.RECORD, Texts(Language.ENGLISH)).rows[0].detail

    assert "2026-03-01 09:14 (UTC+07:00)" in detail


@pytest.mark.parametrize(("added", "zone"), [("", ""), ("soon", "+07:00"), ("2026-03-01T02:14:09Z", "x")])
def test_a_time_of_a_record_from_elsewhere_that_is_none_is_shown_as_it_stands(added, zone):
    visit = with_picture()
    odd = structs.replace(visit.pictures[0], added=added, zone=zone)
    view = evidence_view(
        structs.replace(visit, pictures=(odd,)), "google", KeepState.RECORD, Texts(Language.ENGLISH)
    )
    assert view.rows[0].detail


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("keeps", list(KeepState))
def test_a_name_from_outside_steers_nothing_and_what_becomes_of_it_is_said(language, keeps):
    view = evidence_view(with_picture(name="a\u202egnp.exe<b>"), "google", keeps, Texts(language))

    assert "\u202e" not in view.rows[0].name
    assert view.keeps
    assert view.inside
    assert evidence_view(VISIT, "google", keeps, Texts(language)).inside == ""


def test_every_refusal_has_words_that_name_the_file():
    for language in Language:
        for refusal in Refusal:
            words = refused(refusal, "x.png", Texts(language))
            assert "{" not in words
            assert "x.png" in words or refusal is Refusal.NOTHING_TO_PASTE


@pytest.mark.parametrize("language", list(Language))
def test_pictures_are_taken_along_byte_for_byte_with_a_list_of_them(language):
    visit = with_picture(with_picture(name="../../etc/\npasswd"), JPEG, "b.jpg", "facebook")
    visit = structs.replace(
        visit, pictures=(*visit.pictures, structs.replace(visit.pictures[0], service="zalo", data=b""))
    )

    *pictures, listed = taken_files(visit, SERVICES, Texts(language), "today")

    assert [one.data for one in pictures] == [PNG, JPEG]
    assert [one.name[-7:] for one in pictures] == ["-01.png", "-02.jpg"]
    assert not any("/" in one.name or "\n" in one.name for one in (*pictures, listed))
    text = listed.data.decode()
    assert text.count("SHA-256: " + visit.pictures[0].sha256) == 2
    assert visit.pictures[1].sha256 in text
    assert "etc/\npasswd" not in text
    assert "+07:00" in text


def test_a_clock_in_utc_says_so():
    visit = kept(VISIT, "google", Brought(data=PNG), datetime(2026, 3, 1, tzinfo=UTC))
    assert isinstance(visit, Visit)
    assert visit.pictures[0].zone == "+00:00"
