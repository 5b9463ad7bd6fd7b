"""Whatever bytes an export holds, its reader has an answer: records, counts or a reason."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkup.model.looked import Cause
from checkup.model.sign_in import SignInRecord
from checkup.parse.exports.moment import of_seconds, of_text
from checkup.parse.exports.read import rows_of
from checkup.parse.exports.registry import DOCUMENTS, opened
from checkup.parse.exports.shape import address, mended
from checkup.parse.tree import Node
from tests.signins.made_exports import FILES, data

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)


def all_rows(content):
    found = opened(content[:65536])
    return [] if found is None else list(rows_of(found, io.BufferedReader(io.BytesIO(content))))


@pytest.mark.parametrize("name", list(FILES))
@settings(max_examples=15, deadline=None)
@given(edits=st.lists(st.tuples(st.integers(0, 10_000), st.binary(max_size=4)), max_size=8))
def test_a_damaged_file_has_an_answer(name, edits):
    content = bytearray(data(name))
    for at, piece in edits:
        begin = at % max(1, len(content))
        content[begin : begin + len(piece)] = piece
    assert all(isinstance(row, SignInRecord | int | Cause) for row in all_rows(bytes(content)))


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=400))
def test_any_bytes_have_an_answer(content):
    all_rows(content)


@pytest.mark.parametrize("reader", DOCUMENTS, ids=lambda reader: reader.service)
@settings(max_examples=40, deadline=None)
@given(item=VALUES, fields=st.dictionaries(st.sampled_from(
    ["timestamp", "ip_address", "user_agent", "session", "IP", "Date", "Created", "Status", "label_values",
     "string_map_data", "title", "last_active_unixtime", "last_ip", "created_timestamp", "createdAt", "ts"]
), VALUES))  # fmt: skip
def test_items_of_any_shape_have_an_answer(reader, item, fields):
    for path, reads in reader.paths.items():
        for value in (item, fields):
            assert all(isinstance(row, SignInRecord | int) for row in reads(path, Node(value)))


@given(text=st.text(max_size=60))
def test_any_text_is_a_time_or_none(text):
    moment = of_text(text, in_utc=True)
    assert moment.when == "" or (len(moment.when) == 20 and moment.when.endswith("Z"))


@given(value=VALUES)
def test_any_value_is_a_unix_time_or_none(value):
    assert of_seconds(value).when in ("", of_seconds(value).when)


@given(text=st.text(max_size=60))
def test_mending_gives_text_back_that_was_written_the_wrong_way_round(text):
    try:
        wrong = text.encode().decode("latin-1")
    except UnicodeEncodeError:
        return
    assert mended(wrong) == text


@given(text=st.text(max_size=60))
def test_an_address_is_one_or_nothing(text):
    import ipaddress

    found = address(text)
    assert not found or str(ipaddress.ip_address(found)) == found


@pytest.mark.parametrize(
    "content", [json.dumps(["label_values"] * 3), '{"ms_played":', '[{"ms_played": 1e999}]']
)
def test_odd_documents_have_an_answer(content):
    all_rows(content.encode())
