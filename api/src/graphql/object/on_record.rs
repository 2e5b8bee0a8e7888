//! How much of the money is on record.

use async_graphql::SimpleObject;
use chrono::NaiveDate;
use planning::money::on_record as p;

use super::service::Service;
use super::stakes::Stakes;
use super::succession::BodySuccession;
use super::whole;
use crate::graphql::scalars::Date;

/// How much of the money of live services is on record, and what of it ends or passes to another commissioner.
#[derive(SimpleObject, Clone)]
pub struct MoneyOnRecord {
    /// The day.
    pub as_of: Date,
    /// Live services, and of how many an end or a value is not on record.
    pub live: LiveServices,
    /// What all of them have at stake, as far as is known.
    pub running: Stakes,
    /// The last day of `ending`.
    pub ending_by: Date,
    /// Live services that end by that day, earliest first: the base term counts while an extension is not confirmed.
    pub ending: Vec<Service>,
    /// How many those are.
    pub ending_count: i64,
    /// What they have at stake, as far as is known.
    pub ending_stakes: Stakes,
    /// Changes of commissioner to come, by date, and what runs across each.
    pub straddling: Vec<StraddlingServices>,
}

/// Live services, and of how many what is not on record.
#[derive(SimpleObject, Clone)]
pub struct LiveServices {
    /// Live services.
    pub services: i64,
    /// Without an end on record.
    pub no_end: i64,
    /// Without a value on record, of a year or of a whole term.
    pub no_value: i64,
    /// Without a yearly value: without a value, or without the months that it is for.
    pub no_yearly_value: i64,
    /// Without an end and without a value.
    pub neither: i64,
    /// With both.
    pub both: i64,
    /// That go on by a record while every contract of theirs is over: what pays for them is not on record.
    pub contract_over: i64,
}

/// Live services that straddle a change of commissioner.
#[derive(SimpleObject, Clone)]
pub struct StraddlingServices {
    /// The change: when, from whom, to whom, and whether that is done or due.
    pub change: BodySuccession,
    /// Those that run across it, by id.
    pub services: Vec<Service>,
    /// How many those are.
    pub count: i64,
    /// What they have at stake, as far as is known.
    pub stakes: Stakes,
    /// How many do only if an extension is taken up that nobody has confirmed.
    pub if_extended: i64,
    /// How many have no end on record.
    pub end_not_on_record: i64,
}

impl MoneyOnRecord {
    pub(crate) fn of(found: p::OnRecord, as_of: NaiveDate, ending_by: NaiveDate) -> Self {
        let service = |ix| Service { ix, day: as_of };
        let count = |rows: usize| i64::try_from(rows).unwrap_or(i64::MAX);
        let live = found.live;
        Self {
            as_of: Date(as_of),
            live: LiveServices {
                services: whole(live.services),
                no_end: whole(live.no_end),
                no_value: whole(live.no_value),
                no_yearly_value: whole(live.no_yearly_value),
                neither: whole(live.neither),
                both: whole(live.both),
                contract_over: whole(live.contract_over),
            },
            running: found.running.into(),
            ending_by: Date(ending_by),
            ending_count: count(found.ending.len()),
            ending: found.ending.into_iter().map(service).collect(),
            ending_stakes: found.ending_stakes.into(),
            straddling: found
                .straddling
                .into_iter()
                .map(|straddling| StraddlingServices {
                    change: BodySuccession {
                        ix: straddling.change,
                        day: as_of,
                    },
                    count: count(straddling.services.len()),
                    services: straddling.services.into_iter().map(service).collect(),
                    stakes: straddling.stakes.into(),
                    if_extended: whole(straddling.if_extended),
                    end_not_on_record: whole(straddling.end_not_on_record),
                })
                .collect(),
        }
    }
}
