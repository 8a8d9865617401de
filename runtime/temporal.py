"""The one way to a Temporal client: same converter, same encryption, same namespace for every program and test."""

from __future__ import annotations

import asyncio
import dataclasses
import time
from collections.abc import Mapping
from datetime import timedelta

from google.protobuf.duration_pb2 import Duration
from temporalio.api.enums.v1 import IndexedValueType
from temporalio.api.namespace.v1 import NamespaceConfig
from temporalio.api.operatorservice.v1 import AddSearchAttributesRequest, ListSearchAttributesRequest
from temporalio.api.workflowservice.v1 import (
    DescribeNamespaceRequest,
    RegisterNamespaceRequest,
    UpdateNamespaceRequest,
)
from temporalio.client import Client
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.converter import DataConverter, DefaultFailureConverterWithEncodedAttributes
from temporalio.service import RPCError, RPCStatusCode

from runtime.codec import EncryptionCodec
from runtime.settings import Settings
from workflows.names import CASES_QUEUE, DOCUMENTS_QUEUE, SEARCH_ATTRIBUTES

__all__ = [
    "CASES_QUEUE",
    "DOCUMENTS_QUEUE",
    "SEARCH_ATTRIBUTES",
    "EngineAway",
    "connect",
    "data_converter",
    "prepare_namespace",
]

NAMESPACE_VISIBLE_SECONDS = 20.0


class EngineAway(Exception):
    """The workflow engine did not answer in the time given; the text names its address."""


def data_converter(ring: Mapping[str, bytes] | None) -> DataConverter:
    """Pydantic models as JSON, failure text as payload, both encrypted with `ring`; None leaves them readable."""
    return dataclasses.replace(
        pydantic_data_converter,
        failure_converter_class=DefaultFailureConverterWithEncodedAttributes,
        payload_codec=EncryptionCodec(ring) if ring else None,
    )


async def connect(settings: Settings, *, patience: float = 0.0) -> Client:
    """A client for the cases' namespace.

    Tries again for `patience` seconds while the server is still starting; then raises EngineAway.
    """
    until = time.monotonic() + patience
    while True:
        try:
            return await Client.connect(
                settings.temporal_target,
                namespace=settings.temporal_namespace,
                data_converter=data_converter(settings.key_ring()),
            )
        except RuntimeError as problem:
            if time.monotonic() >= until:
                raise EngineAway(f"no workflow engine answers at {settings.temporal_target}") from problem
            await asyncio.sleep(0.1)


async def prepare_namespace(client: Client, retention_days: int) -> None:
    """Make sure that the namespace exists, keeps closed runs for `retention_days` and knows our search attributes.

    Changes nothing that is right already, so it runs at every start.
    """
    retention = Duration()
    retention.FromTimedelta(timedelta(days=retention_days))
    service = client.workflow_service
    try:
        found = await service.describe_namespace(DescribeNamespaceRequest(namespace=client.namespace))
        if found.config.workflow_execution_retention_ttl != retention:
            await service.update_namespace(
                UpdateNamespaceRequest(
                    namespace=client.namespace,
                    config=NamespaceConfig(workflow_execution_retention_ttl=retention),
                )
            )
    except RPCError as problem:
        if problem.status != RPCStatusCode.NOT_FOUND:
            raise
        await service.register_namespace(
            RegisterNamespaceRequest(namespace=client.namespace, workflow_execution_retention_period=retention)
        )
    await _add_search_attributes(client)


async def _add_search_attributes(client: Client) -> None:
    """Add what is missing; a namespace just registered takes some seconds to be seen by every part of a cluster."""
    until = time.monotonic() + NAMESPACE_VISIBLE_SECONDS
    while True:
        try:
            known = await client.operator_service.list_search_attributes(
                ListSearchAttributesRequest(namespace=client.namespace)
            )
            missing = {
                key.name: IndexedValueType.ValueType(key.indexed_value_type)
                for key in SEARCH_ATTRIBUTES
                if key.name not in known.custom_attributes
            }
            if missing:
                await client.operator_service.add_search_attributes(
                    AddSearchAttributesRequest(namespace=client.namespace, search_attributes=missing)
                )
            return
        except RPCError as problem:
            if problem.status != RPCStatusCode.NOT_FOUND or time.monotonic() >= until:
                raise
            await asyncio.sleep(0.5)
