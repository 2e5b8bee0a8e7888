//! What has to hold of the ledgers of pooled budgets, whatever is written and by whichever way.
//!
//! It is looked at in the whole register: a sum without what somebody may not see would be wrong.
//! What is said of it names nothing that they may not see.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::facts::{FundingStream, Pool, Service};
use planning::pool::check::{MoveProblem, Part, Why, may_move};
use planning::pool::ledger::Ledger;
use planning::pool::room::{ServiceRoom, StreamRoom, left_of};
use planning::pool::{self, Move, days_of, read, served};
use planning::table::Ix;
use serde_json::Value;

use super::draft::Wish;
use super::problem::{Problem, ProblemCode as Code};
use crate::store::Edit;

const TRANSFER: &str = "pool_transfer";
const MEMBER: &str = "pool_member";

/// What is wrong with what edits would make of pooled budgets.
pub(super) fn problems(
    wish: &Wish,
    edits: &[Edit],
    current: &Atlas,
    seen: &Atlas,
    today: NaiveDate,
) -> Vec<Problem> {
    let desk = Desk {
        wish,
        edits,
        current,
        seen,
        today,
    };
    let mut found = Vec::new();
    for id in desk.touched() {
        // A pool that is only now put back has no ledger yet.
        if let Some(pool) = current.pools.find(&id) {
            found.extend(desk.of_pool(pool));
            found.extend(desk.of_members(pool));
        }
    }
    found
}

struct Desk<'a> {
    wish: &'a Wish,
    edits: &'a [Edit],
    current: &'a Atlas,
    seen: &'a Atlas,
    today: NaiveDate,
}

impl Desk<'_> {
    /// The pools whose transfers or members are edited.
    fn touched(&self) -> BTreeSet<String> {
        let edits = self.edits.iter();
        edits
            .filter(|edit| edit.table == TRANSFER || edit.table == MEMBER)
            .flat_map(|edit| [&edit.before, &edit.after])
            .flatten()
            .filter_map(|row| text(row, "pool_id"))
            .collect()
    }

    /// Each new or changed transfer against all others, then the ledger that they make.
    fn of_pool(&self, pool: Ix<Pool>) -> Vec<Problem> {
        let id = &self.current.pools.get(pool).id;
        let transfers = || self.edits.iter().filter(|edit| edit.table == TRANSFER);
        let mut moves: BTreeMap<String, Move> = read::moves_of(self.current, pool)
            .into_iter()
            .map(|one| (one.id.clone(), one))
            .collect();
        for edit in transfers() {
            moves.remove(&edit.id);
            let after = edit.after.as_ref();
            let after = after.filter(|row| text(row, "pool_id").as_ref() == Some(id));
            if let Some(one) = after.and_then(move_of) {
                moves.insert(edit.id.clone(), one);
            }
        }
        let terms = read::terms_of(self.current, pool);
        let mut found = Vec::new();
        for new in transfers().filter_map(|edit| moves.get(&edit.id)) {
            let others = moves.values().filter(|one| one.id != new.id);
            let stream = new.stream.as_deref();
            let stream = stream.and_then(|id| self.current.funding_streams.find(id));
            let room = stream.map(|ix| self.stream(ix, new));
            let service = new.service.as_deref();
            let service = service.and_then(|id| self.current.services.find(id));
            let service = service.map(|ix| self.service(ix, stream, new));
            let shown = room.as_ref().map(|(shown, _)| shown);
            let wrong = may_move(&terms, others, new, shown, service.as_ref());
            // More than what is left in all, and no more than what the asker sees to be left.
            let hidden = room.and_then(|(shown, left)| {
                let taken = shown.left.is_some_and(|seen| i128::from(new.pence) <= seen);
                let over = left.is_some_and(|left| i128::from(new.pence) > left);
                (taken && over && new.from == pool::PoolAccount::Member).then(|| {
                    let words = "the funding stream has less left than that: the rest is taken by what you may not see";
                    Problem::new(self.field("amount"), Code::OutOfRange, words)
                })
            });
            found.extend(wrong.into_iter().map(|one| self.problem(one)).chain(hidden));
        }
        if found.is_empty() {
            found.extend(self.short(&moves));
        }
        found
    }

    /// What a change of an earlier transfer would leave below zero.
    fn short(&self, moves: &BTreeMap<String, Move>) -> Vec<Problem> {
        let short = Ledger::of(moves.values()).shortfalls().into_iter();
        short
            .map(|one| {
                let words = format!(
                    "{} of {} would be {} below zero: take back first what was moved on from it",
                    one.account.code(),
                    pool::year_in_words(one.line.year),
                    pool::pounds(one.pence)
                );
                Problem::new(self.field("amount"), Code::StillUsed, words)
            })
            .take(10)
            .collect()
    }

    /// Whoever has moved money stays a member.
    fn of_members(&self, pool: Ix<Pool>) -> Vec<Problem> {
        let row = self.current.pools.get(pool);
        let edits = self.edits.iter().filter(|edit| edit.table == MEMBER);
        let gone = |edit: &&Edit| edit.after.is_none();
        let left: BTreeSet<String> = edits
            .clone()
            .filter(gone)
            .filter_map(|edit| text(edit.before.as_ref()?, "body_id"))
            .collect();
        let kept: BTreeSet<String> = edits
            .filter_map(|edit| edit.after.as_ref())
            .filter(|after| text(after, "pool_id").as_ref() == Some(&row.id))
            .filter_map(|after| text(after, "body_id"))
            .collect();
        let moved: BTreeSet<String> = read::moves_of(self.current, pool)
            .into_iter()
            .filter_map(|one| one.member)
            .collect();
        let gone = left.into_iter().filter(|body| !kept.contains(body));
        gone.filter(|body| moved.contains(body))
            .map(|body| {
                let found = self.current.bodies.find(&body);
                let name = found.map_or("a member", |ix| &self.current.bodies.get(ix).name);
                let words = format!(
                    "{name} has moved money in this pool: keep it as a member, with leavesOn"
                );
                Problem::new(self.field("members"), Code::StillUsed, words)
            })
            .collect()
    }

    /// A stream as the asker may be told of it, and what is left of it in the whole register.
    fn stream(&self, ix: Ix<FundingStream>, new: &Move) -> (StreamRoom, Option<i128>) {
        let row = self.current.funding_streams.get(ix);
        let seen = self.seen.funding_streams.find(&row.id);
        let of = |atlas: &Atlas, ix: Ix<FundingStream>| {
            let taken = self.taken(atlas, ix, new);
            let years = read::amounts_of(atlas, ix);
            let total = atlas.funding_streams.get(ix).amount_pence;
            left_of(new.year, &years, total, &taken)
        };
        let left = of(self.current, ix);
        let shown = StreamRoom {
            name: match seen {
                Some(_) => row.name.clone(),
                None => "that it came from".to_owned(),
            },
            starts_on: row.starts_on,
            ends_on: row.ends_on,
            left: match seen {
                Some(ix) => of(self.seen, ix),
                None => left.map(|_| i128::MAX),
            },
        };
        (shown, left)
    }

    /// What has been taken of a stream, with the edits and without the move that is looked at.
    fn taken(&self, atlas: &Atlas, ix: Ix<FundingStream>, new: &Move) -> Vec<(u32, i128)> {
        let id = &atlas.funding_streams.get(ix).id;
        let mut taken: BTreeMap<u32, i128> = read::taken_of(atlas, ix, Some(&new.id))
            .into_iter()
            .collect();
        let others = self.edits.iter().filter(|edit| edit.table == TRANSFER);
        for edit in others.filter(|edit| edit.id != new.id) {
            let is_counted = atlas.pool_transfers.find(&edit.id).is_some();
            let before = edit.before.as_ref().filter(|_| is_counted);
            for (row, sign) in [(before, -1), (edit.after.as_ref(), 1)] {
                let moved = row.and_then(move_of);
                if let Some(one) = moved.filter(|one| one.stream.as_ref() == Some(id)) {
                    *taken.entry(one.year).or_default() += sign * read::put_in(&one);
                }
            }
        }
        taken.into_iter().collect()
    }

    /// A service as the asker may be told of it.
    fn service(
        &self,
        ix: Ix<Service>,
        stream: Option<Ix<FundingStream>>,
        new: &Move,
    ) -> ServiceRoom {
        let row = self.current.services.get(ix);
        let is_seen = self.seen.services.find(&row.id).is_some();
        // The areas of the year that the money is for.
        let day = days_of(new.year).map_or(self.today, |(first, _)| first);
        ServiceRoom {
            name: match is_seen {
                true => row.title.clone(),
                false => "that it is for".to_owned(),
            },
            fit: match stream {
                Some(stream) => read::fit_of(self.current, stream, ix, day),
                None => pool::condition::Fit::Fits,
            },
            running: served::running(self.current, ix),
        }
    }

    fn problem(&self, one: MoveProblem) -> Problem {
        let field = match one.part {
            Part::Year => "financialYear",
            Part::From => "fromAccount",
            Part::To => "toAccount",
            Part::Member => "member",
            Part::Stream => "stream",
            Part::Service => "service",
            Part::Amount => "amount",
        };
        let code = match one.why {
            Why::Missing => Code::Required,
            Why::OutOfRange => Code::OutOfRange,
            Why::Mismatch => Code::Mismatch,
        };
        Problem::new(self.field(field), code, one.words)
    }

    /// The field that the asker gave.
    fn field(&self, of_save: &'static str) -> &'static str {
        match self.wish {
            Wish::Save { .. } => of_save,
            Wish::Archive { .. } | Wish::Freeze { .. } => "id",
            Wish::Revert { .. } => "revision",
        }
    }
}

fn text(row: &Value, column: &str) -> Option<String> {
    row.get(column).and_then(Value::as_str).map(str::to_owned)
}

/// The move that a row tells of.
fn move_of(row: &Value) -> Option<Move> {
    let number = |column: &str| row.get(column).and_then(Value::as_i64);
    Some(Move {
        id: text(row, "id")?,
        year: number("financial_year").and_then(|year| u32::try_from(year).ok())?,
        from: text(row, "from_account")?.parse().ok()?,
        to: text(row, "to_account")?.parse().ok()?,
        member: text(row, "member_id"),
        stream: text(row, "stream_id"),
        service: text(row, "service_id"),
        pence: number("amount_pence")?,
    })
}
