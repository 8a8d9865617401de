"""The namespace gets its retention and search attributes, whoever made it, and as often as one likes."""

from pathlib import Path

import pytest
from temporalio.api.operatorservice.v1 import ListSearchAttributesRequest
from temporalio.api.workflowservice.v1 import DescribeNamespaceRequest
from temporalio.client import Client

from runtime.settings import Settings, load
from runtime.temporal import SEARCH_ATTRIBUTES, EngineAway, connect, prepare_namespace
from tests.runtime.ports import free_port
from tests.temporal import Engine, unique


async def facts(client: Client) -> tuple[int, set[str]]:
    """Days of retention and names of search attributes."""
    described = await client.workflow_service.describe_namespace(DescribeNamespaceRequest(namespace=client.namespace))
    known = await client.operator_service.list_search_attributes(
        ListSearchAttributesRequest(namespace=client.namespace)
    )
    kept = described.config.workflow_execution_retention_ttl
    return kept.ToTimedelta().days, set(known.custom_attributes)


async def test_the_server_run_from_here_is_made_ready(own_server: Settings) -> None:
    client = await connect(own_server, patience=20)
    for days in (90, 90, 30):
        await prepare_namespace(client, days)
        kept, names = await facts(client)
        assert kept == days
        assert {key.name for key in SEARCH_ATTRIBUTES} <= names


async def test_a_namespace_that_is_not_there_is_made(engine: Engine, own_server: Settings) -> None:
    other = own_server.model_copy(update={"temporal_namespace": unique("namespace")})
    client = await connect(other, patience=20)
    await prepare_namespace(client, 7)
    kept, names = await facts(client)
    assert kept == 7
    assert {key.name for key in SEARCH_ATTRIBUTES} <= names


async def test_an_engine_that_is_away_is_named(tmp_path: Path) -> None:
    settings = load(data_dir=tmp_path, temporal_port=free_port())
    with pytest.raises(EngineAway, match=f"127.0.0.1:{settings.temporal_port}"):
        await connect(settings)
