"""The right instant or none, with the reason; never today's day, never later than the arrival."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.article.dates import read_date
from tests.article.records import RECEIVED


def read(text: str, language: str = "en") -> tuple[str | None, str]:
    found = read_date(text, language, RECEIVED)
    return (found.time.strftime("%Y-%m-%d %H:%M") if found.time else None), found.note


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2023-07-26T10:00:00Z", "2023-07-26 10:00"),
        ("2023-07-26T10:00:00.123456789+01:00", "2023-07-26 09:00"),
        ("2023-07-26 10:00:00 +0100", "2023-07-26 09:00"),
        ("2023-07-26T10:00:00+01:00[Africa/Niamey]", "2023-07-26 09:00"),
        ("2023-07-26T10:00:00 WAT", "2023-07-26 09:00"),
        ("2023-07-26T24:00:00Z", "2023-07-27 00:00"),
        ("2023-07-26T23:59:60Z", "2023-07-26 23:59"),
        ("2023-07-26T10:00:5+01:00", "2023-07-26 09:00"),
        ("Seg, 24 Jul 2023 19:42:40 -0300", "2023-07-24 22:42"),
        ("Wed, 26 Jul 2023 10:00:00 +0100", "2023-07-26 09:00"),
        ("Wed, 26 Jul 2023 10:00:00 WAT", "2023-07-26 09:00"),
        ("Wed, 26 Jul 2023 10:00 CAT", "2023-07-26 08:00"),
        ("Wed, 26 Jul 2023 10:00 EAT", "2023-07-26 07:00"),
        ("26 Jul 2023 10:00 PST", "2023-07-26 18:00"),
        ("26 Jul 2023 10:00 PDT", "2023-07-26 17:00"),
        ("26 Jul 2023 10:00 EST", "2023-07-26 15:00"),
        ("26 juillet 2023 à 10h00 CEST", "2023-07-26 08:00"),
        ("Wed, 26 Jul 23 10:00:00 GMT", "2023-07-26 10:00"),
        ("Wed Jul 26 10:00:00 +0000 2023", "2023-07-26 10:00"),
        ("July 26, 2023, 10:30 p.m. EDT", "2023-07-27 02:30"),
        ("26 July 2023 12:00 am GMT", "2023-07-26 00:00"),
        ("26 July 2023 12:30 PM GMT", "2023-07-26 12:30"),
        ("Jul 26, 2023 10:30 GMT+1", "2023-07-26 09:30"),
        ("Publié le 26/07/2023 à 10:30 TU", "2023-07-26 10:30"),
        ("26 يوليو/تموز 2023 - 10:30 بتوقيت غرينتش", "2023-07-26 10:30"),
        ("1690365600", "2023-07-26 10:00"),
        ("1690365600000", "2023-07-26 10:00"),
        ("1690365600.5", "2023-07-26 10:00"),
        ("1690365600000000", "2023-07-26 10:00"),
        ("20230726T100000Z", "2023-07-26 10:00"),
        ("20230726100000+0100", "2023-07-26 09:00"),
        ("/Date(1690365600000+0100)/", "2023-07-26 10:00"),
        ("Wed Jul 26 2023 10:00:00 GMT+0100 (West Africa Standard Time)", "2023-07-26 09:00"),
        ("2023-07-26 10:00 Africa/Niamey", "2023-07-26 09:00"),
        ("26 July 2023 10:00 Europe/Paris", "2023-07-26 08:00"),
        ("26 January 2023 10:00 Europe/Paris", "2023-01-26 09:00"),
        ("July 26, 2023 10:00 a.m. ET", "2023-07-26 14:00"),
        ("Jan. 26, 2023 10:00 a.m. ET", "2023-01-26 15:00"),
        ("Wed 26 Jul 2023 06.00 BST", "2023-07-26 05:00"),
        ("Tue, 26 Jul 94 10:00:00 GMT", "1994-07-26 10:00"),
        ("26 يوليو 2023 10:30 بتوقيت نيامي", "2023-07-26 09:30"),
        ("26 يوليو 2023 10:30 بتوقيت مكة المكرمة", "2023-07-26 07:30"),
        ("26 Yuli 2023 da karfe 10:30 agogon Nijar", "2023-07-26 09:30"),
        ("26 يوليو 2023 10:30 بتوقيت الجزائر", "2023-07-26 09:30"),
        ("26 يوليو 2023، 10:30 غرينتش+1", "2023-07-26 09:30"),
        ("26 يوليو 2023 10:30 (بتوقيت باريس)", "2023-07-26 08:30"),
        ("26 July 2023 - 10:30AM (West Africa Time)", "2023-07-26 09:30"),
        ("26 July 2023 10:30 Central European Summer Time", "2023-07-26 08:30"),
        ("26 January 2023 10:30 Eastern Standard Time", "2023-01-26 15:30"),
        ("26 juillet 2023 à 10h30, heure de Paris", "2023-07-26 08:30"),
        ("26 janvier 2023 à 10h30 (heure de N’Djamena)", "2023-01-26 09:30"),
        ("26 juillet 2023 à 10h30, heure de Dakar", "2023-07-26 10:30"),
        ("26 Yuli 2023 da karfe 10:30 agogon London", "2023-07-26 09:30"),
        ("26 July 2023 10:30 Cairo time", "2023-07-26 07:30"),
        ("26 juillet 2023 à 10h30 T.U.", "2023-07-26 10:30"),
        ("26 July 2023 10:30 W.A.T.", "2023-07-26 09:30"),
        ("26 July 2023 10:30 CVT", "2023-07-26 11:30"),
        ("26 July 2023 10:30 NZST", "2023-07-25 22:30"),
        ("26 juillet 2023 à 10h30 temps universel", "2023-07-26 10:30"),
        ("2023-W30-3T10:30:00Z", "2023-07-26 10:30"),
    ],
)
def test_an_instant_is_read_with_its_zone(text: str, utc: str) -> None:
    assert read(text) == (utc, "ok")


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("2023-07-06", "en", "2023-07-06"),
        ("2023-07-06", "fr", "2023-07-06"),
        ("2023-07-06", "ar", "2023-07-06"),
        ("2023/07/06", "fr", "2023-07-06"),
        ("20230706", "fr", "2023-07-06"),
        ("07/06/2023", "fr", "2023-06-07"),
        ("07/06/2023", "ar", "2023-06-07"),
        ("٠٧/٠٦/٢٠٢٣", "ar", "2023-06-07"),
        ("07-06-2023", "ha", "2023-06-07"),
        ("07.06.2023", "en", "2023-06-07"),
        ("26/07/2023", "en", "2023-07-26"),
        ("07/26/2023", "en", "2023-07-26"),
        ("07/07/2023", "en", "2023-07-07"),
        ("mar. 6 sept. 2022", "fr", "2022-09-06"),
        ("3 sept. 2022", "fr", "2022-09-03"),
        ("1er août 2022", "fr", "2022-08-01"),
        ("14 juil. 2023", "fr", "2023-07-14"),
        ("vendredi 3 févr. 2023", "fr", "2023-02-03"),
        ("Sept. 3, 2022", "en", "2022-09-03"),
        ("26th of July 2023", "en", "2023-07-26"),
        ("26-Jul-2023", "en", "2023-07-26"),
        ("26 كانون الثاني 2023", "ar", "2023-01-26"),
        ("26 شباط 2023", "ar", "2023-02-26"),
        ("26 آذار 2023", "ar", "2023-03-26"),
        ("26 نيسان 2023", "ar", "2023-04-26"),
        ("26 أيار 2023", "ar", "2023-05-26"),
        ("26 حزيران 2023", "ar", "2023-06-26"),
        ("26 تموز 2023", "ar", "2023-07-26"),
        ("26 آب 2022", "ar", "2022-08-26"),
        ("26 أيلول 2022", "ar", "2022-09-26"),
        ("26 تشرين الأول 2022", "ar", "2022-10-26"),
        ("26 تشرين الثاني 2022", "ar", "2022-11-26"),
        ("26 كانون الأول 2022", "ar", "2022-12-26"),
        ("الأربعاء ٢٦ يوليو ٢٠٢٣", "ar", "2023-07-26"),
        ("26 جويلية 2023", "ar", "2023-07-26"),
        ("5 أوت 2022", "ar", "2022-08-05"),
        ("5 غشت 2022", "ar", "2022-08-05"),
        ("26 ga Janairu 2023", "ha", "2023-01-26"),
        ("26 Fabrairu 2023", "ha", "2023-02-26"),
        ("ranar 26 ga Maris 2023", "ha", "2023-03-26"),
        ("26 Afrilu 2023", "ha", "2023-04-26"),
        ("26 Mayu 2023", "ha", "2023-05-26"),
        ("26 Yuni 2023", "ha", "2023-06-26"),
        ("Laraba 26 ga watan Yuli, 2023", "ha", "2023-07-26"),
        ("26 Agusta 2022", "ha", "2022-08-26"),
        ("26 Satumba 2022", "ha", "2022-09-26"),
        ("26 Oktoba 2022", "ha", "2022-10-26"),
        ("26 Nuwamba 2022", "ha", "2022-11-26"),
        ("Juma'a 26 Disamba 2022", "ha", "2022-12-26"),
        ("26 de julio de 2023", "es", "2023-07-26"),
        ("26. März 2023", "de", "2023-03-26"),
        ("2023-07-26+01:00", "en", "2023-07-26"),
        ("2023-07-26-05:00", "en", "2023-07-26"),
        ("26.07.23", "en", "2023-07-26"),
        ("07/26/23", "en", "2023-07-26"),
        ("07/06/23", "fr", "2023-06-07"),
        ("26 تشرين أول 2022", "ar", "2022-10-26"),
        ("26 نوڤمبر 2022", "ar", "2022-11-26"),
        ("8 محرم 1445 هـ الموافق 26 يوليو 2023", "ar", "2023-07-26"),
        ("26 يوليو 2023 م الموافق 8 محرم 1445 هـ", "ar", "2023-07-26"),
        ("8 محرم 1445 هـ - 26 يوليو 2023 م", "ar", "2023-07-26"),
        ("الأربعاء ٢٦ يوليو ٢٠٢٣ م | ٨ محرم ١٤٤٥ هـ", "ar", "2023-07-26"),
        ("25 ذو الحجة 1444هـ / 13 يوليو 2023م", "ar", "2023-07-13"),
        ("8 محرم 1445 هـ الموافق لـ 26 يوليو 2023", "ar", "2023-07-26"),
        ("1445/01/08 - 2023/07/26", "ar", "2023-07-26"),
        ("26 juillet 2023 (8 Mouharram 1445)", "fr", "2023-07-26"),
        ("sam. 27 aoû 2022", "fr", "2022-08-27"),
        ("Lar, 26 Yul 2023", "ha", "2023-07-26"),
        ("Nuw 26, 2022", "ha", "2022-11-26"),
        ("25 يوليو/تموز 2023 آخر تحديث: 26 يوليو/تموز 2023", "ar", "2023-07-25"),
        ("Publié le 25 juillet 2023, mis à jour le 26 juillet 2023", "fr", "2023-07-25"),
        ("Last updated: July 26, 2023", "en", "2023-07-26"),
        ("26 Yulin 2023", "ha", "2023-07-26"),
        ("Jumma'a, 26 ga watan Agustan 2022", "ha", "2022-08-26"),
        ("26 ao&ucirc;t 2022", "fr", "2022-08-26"),
        ("26 Fabarairu 2023", "ha", "2023-02-26"),
        ("Jumu'a, 26 ga Afirilun 2023", "ha", "2023-04-26"),
        ("26 Ogusta 2022", "ha", "2022-08-26"),
        ("26 Okutoban 2022", "ha", "2022-10-26"),
        ("26 Nuwanba 2022", "ha", "2022-11-26"),
        ("26 Disemba, 2022", "ha", "2022-12-26"),
        ("أربعاء, 26/07/2023", "ar", "2023-07-26"),
        ("26 ينايـر 2023", "ar", "2023-01-26"),
        ("۲۶ یولیو ۲۰۲۳", "ar", "2023-07-26"),
        ("26\u201107\u20112023", "fr", "2023-07-26"),
        ("2023\u201307\u201326", "en", "2023-07-26"),
        ("2023-W30-3", "en", "2023-07-26"),
        ("2023-207", "en", "2023-07-26"),
        ("Posted on July 26, 2023 by the newsroom", "en", "2023-07-26"),
        ("Publié le 26.07.2023 par la rédaction", "fr", "2023-07-26"),
        ("26 aoÃ»t 2022", "fr", "2022-08-26"),
    ],
)
def test_a_day_is_the_right_day_in_every_language(text: str, language: str, day: str) -> None:
    assert read(text, language) == (f"{day} 00:00", "ok")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("July 2023", "no_day"), ("juillet 2023", "no_day"), ("Yuli 2023", "no_day"), ("تموز 2023", "no_day"),
        ("2023", "no_day"), ("2023-07", "no_day"), ("07/2023", "no_day"), ("202307", "no_day"),
        ("07/08/2022", "unreadable"), ("26 July", "unreadable"), ("26", "too_old"), ("yesterday", "unreadable"),
        ("2 hours ago", "unreadable"), ("il y a 2 heures", "unreadable"), ("أمس", "unreadable"), ("now", "unreadable"),
        ("31/02/2023", "unreadable"), ("2023-13-45", "unreadable"), ("0000-00-00 00:00:00", "unreadable"),
        ("8 محرم 1445", "unreadable"), ("1445-01-08 هـ", "unreadable"),
        ("26/07/23", "unreadable"), ("July 26 2023 25:10", "unreadable"),
        ("26 July 2023, 27 July 2023", "unreadable"), ("1" * 300, "unreadable"), ("N/A", "unreadable"),
        ("1970-01-01", "too_old"), ("0", "too_old"), ("-1", "too_old"), ("1989-12-31T23:59:59Z", "too_old"),
        ("0001-01-01T00:00:00+14:00", "too_old"),
        ("9999-12-31", "future"), ("2082-01-01T00:00:00Z", "future"), ("31 décembre 9999", "future"),
        ("9999-12-31T23:59:59-14:00", "future"), ("4102444800", "future"), ("2023-08-02", "future"),
        ("", "missing"), (" \n", "missing"),
    ],
)  # fmt: skip
def test_what_cannot_be_trusted_is_none_with_the_reason(text: str, note: str) -> None:
    found = read_date(text, "en", RECEIVED)
    assert (found.time, found.note) == (None, note)
    assert found.received == (None if note == "missing" else text[:200])


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("26 Yuli 2023 da ƙarfe 10 na safe", "2023-07-26 10:00"),
        ("26 Yuli 2023 da karfe 12:15 na rana", "2023-07-26 12:15"),
        ("26 Yuli 2023 da karfe 4 na yamma", "2023-07-26 16:00"),
        ("26 Yuli 2023 da karfe 9:30 na dare", "2023-07-26 21:30"),
        ("26 Yuli 2023 da karfe 2 na dare", "2023-07-26 02:00"),
        ("26 يوليو 2023 الساعة 10:30 ليلا", "2023-07-26 22:30"),
        ("26 يوليو 2023 الساعة 4:30 فجرا", "2023-07-26 04:30"),
        ("26 يوليو 2023 الساعة 4:30 عصرا", "2023-07-26 16:30"),
        ("26 يوليو 2023 - 4:30 بعد الظهر", "2023-07-26 16:30"),
        ("26 Yuli 2023 da karfe 10:30 na safiya", "2023-07-26 10:30"),
        ("26 juillet 2023 à 10 h 30 min 20 s", "2023-07-26 10:30"),
    ],
)
def test_the_part_of_the_day_says_which_hour_it_is(text: str, utc: str) -> None:
    assert read(text, "ha") == (utc, "no_zone")


def test_a_place_that_nobody_knows_is_no_zone() -> None:
    assert read("2023-07-26 10:00 Africa/Zinder") == ("2023-07-26 10:00", "no_zone")
    assert read("2023-07-26 10:00 Africa/../passwd") == (None, "unreadable")
    assert read("26 July 2023 10:00 Zinder time") == (None, "unreadable")
    assert read("2023-W54-1") == (None, "unreadable")
    assert read("2023-366") == (None, "unreadable")


def test_a_time_without_zone_is_marked_and_never_later_than_its_arrival() -> None:
    assert read("2023-08-01T10:15:00") == ("2023-08-01 10:15", "no_zone")
    assert read("2023-08-01T12:40:00") == ("2023-08-01 11:40", "no_zone")  # Niamey's time
    assert read("1 August 2023 15:20") == ("2023-08-01 11:20", "no_zone")
    assert read("26 July 2023 10:00 IST") == ("2023-07-26 10:00", "no_zone")  # India's, Ireland's or Israel's
    assert read("2023-08-02T02:30:00") == (None, "future")


def test_a_clock_may_go_a_little_wrong_where_the_zone_is_named() -> None:
    assert read("2023-08-01T12:10:00Z") == ("2023-08-01 12:10", "ok")
    assert read("2023-08-01T12:16:00Z") == (None, "future")


@given(st.text(max_size=60), st.sampled_from(["en", "fr", "ar", "ha", "und"]))
def test_reading_a_date_never_raises(text: str, language: str) -> None:
    read_date(text, language, RECEIVED)


_WORDS = st.sampled_from(
    ["26", "7", "2023", "99", "10:30", "10h", "pm", "July", "sept.", "mar", "WAT", "+01:00", "-", "/",
     "آب", "GMT", "T",
     "Z", ".", ":", "٢٦", "1690365600", "e5", "{"]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=8), st.sampled_from(["", " "]))
def test_no_mixture_of_parts_raises_or_is_later_than_the_arrival(parts: list[str], glue: str) -> None:
    found = read_date(glue.join(parts), "fr", RECEIVED)
    assert found.time is None or found.time <= RECEIVED + timedelta(minutes=15)


@given(
    st.datetimes(min_value=datetime(1990, 1, 2), max_value=datetime(2023, 7, 30)),
    st.integers(min_value=-14 * 60, max_value=14 * 60),
)
def test_iso_is_never_swapped(moment: datetime, minutes: int) -> None:
    sign = "-" if minutes < 0 else "+"
    text = f"{moment.isoformat()}{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    expected = moment.replace(tzinfo=UTC) - timedelta(minutes=minutes)
    for language in ("en", "fr", "ar"):
        assert read_date(text, language, RECEIVED).time == expected
