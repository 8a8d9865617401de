"""Keeping the record in order: what is to be told is told, and the day's seal is set over all chains."""

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.context import Context
from activities.contract import KEEP_RECORD, KeepInput, KeptRecord
from activities.failures import told_apart
from cases.events import AlarmRaised, Event
from cases.instants import legal_day
from cases.recovering import RAISED
from store import digests, drafts, landlords, outbox, seals, texts
from store.engine import transaction
from store.errors import Unavailable
from store.tables import Sweep
from store.upsert import insert_unless_there

KEEPING_SECONDS = 240.0
BATCH = 500
HALF_WRITTEN_KEPT = timedelta(days=1)


class KeepRecord:
    """The activity, with what it works on. A message is delivered once, a day sealed once."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @activity.defn(name=KEEP_RECORD)
    async def keep_record(self, asked: KeepInput) -> KeptRecord:
        """Tell people what the sweep found, deliver what was left lying, seal the day of `now`, and make its digests.

        Words and files that were staged for an act that was refused or never came are removed after the days that are
        set, forms that were begun and not saved again after theirs, and what a process that died left half written
        among the files after one.
        """
        async with told_apart(KEEPING_SECONDS):
            async with transaction(self._context.writing) as session:
                for each in asked.raised:
                    title, day = RAISED[each.code], legal_day(asked.now)
                    await outbox.put_raised(session, each.landlord, each.case_id, each.code, title, day, asked.now)
            delivered = 0
            while True:
                done = await _deliver(self._context)
                delivered += done
                if done < BATCH:
                    break
            async with transaction(self._context.writing) as session:
                head = await seals.seal(session, legal_day(asked.now))
                erased = await texts.clear_staged(session, asked.now - self._context.staged_kept)
                await drafts.clear(session, asked.now - self._context.drafts_kept)
                await _note(session, asked, delivered, erased)
            await asyncio.to_thread(self._context.files.clear_half_written, asked.now - HALF_WRITTEN_KEPT)
            await asyncio.to_thread(self._context.files.clear_staged, asked.now - self._context.staged_kept)
            async with transaction(self._context.writing) as session:
                for owner in await landlords.every(session):
                    await digests.make(session, owner.slug)
            return KeptRecord(delivered=delivered, seal=head)


async def _note(session: AsyncSession, asked: KeepInput, delivered: int, erased: int) -> None:
    """Keep what the sweep found and did, once for its instant."""
    if asked.swept is None:
        return
    row = {
        "swept_at": asked.now,
        **asked.swept.model_dump(),
        "raised": len(asked.raised),
        "delivered": delivered,
        "words_erased": erased,
    }
    await insert_unless_there(session, Sweep, row)


async def deliver_alarms(context: Context, events: Iterable[Event]) -> None:
    """Deliver what a recorded step wrote for people to read. Where that fails now, the daily sweep does it."""
    if not any(isinstance(event, AlarmRaised) for event in events):
        return
    try:
        await _deliver(context)
    except Unavailable:
        activity.logger.warning("messages wait for the daily sweep: the record is away")


async def _deliver(context: Context) -> int:
    async with transaction(context.writing) as session:
        return await outbox.deliver_due(session, datetime.now(UTC), limit=BATCH)
