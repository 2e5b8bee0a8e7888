//! From what was sent to what `planning` takes; what cannot be read is told by field, all at once.

mod values;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use planning::allocate::check::{self, Wrong};
use planning::allocate::problem as p;
use planning::atlas::Atlas;
use planning::table::Ix;

use super::input as i;
use crate::keeping::{Problem, ProblemCode as Code};

/// Reads a question.
pub struct Reader<'a> {
    atlas: &'a Atlas,
    day: NaiveDate,
    found: Vec<Problem>,
    known: BTreeMap<(bool, String), Option<String>>,
    suggested: usize,
}

/// The question, or all that is wrong with it.
pub fn read(
    atlas: &Atlas,
    day: NaiveDate,
    input: i::AllocateInput,
) -> Result<p::Problem, Vec<Problem>> {
    let mut reader = Reader {
        atlas,
        day,
        found: Vec::new(),
        known: BTreeMap::new(),
        suggested: 0,
    };
    if let Some(problem) = too_many(&input) {
        return Err(vec![problem]);
    }
    let question = reader.question(input);
    let mut found = reader.found;
    // What could not be read stands for something else meanwhile, of which nothing is said.
    for mistake in check::mistakes(&question) {
        let is_told = found.iter().any(|told| {
            let (told, field) = (&told.field, &mistake.field);
            told == field
                || told.starts_with(&format!("{field}."))
                || field.starts_with(&format!("{told}."))
        });
        if !is_told {
            found.push(Problem::new(
                mistake.field,
                code(mistake.wrong),
                mistake.message,
            ));
        }
    }
    if found.is_empty() {
        Ok(question)
    } else {
        Err(found)
    }
}

/// Lists that are too long to be read.
fn too_many(input: &i::AllocateInput) -> Option<Problem> {
    let count = |list: Option<usize>| list.unwrap_or(0);
    let scopes = input.streams.iter().flat_map(|stream| {
        let listed = |scope: &Option<i::AllocateScopeInput>| {
            let scope = scope.clone().unwrap_or_default();
            let lengths = [scope.areas, scope.offers, scope.cohorts];
            lengths.iter().flatten().map(Vec::len).max().unwrap_or(0)
        };
        [listed(&stream.conditions), listed(&stream.silo)]
    });
    let lists = [
        ("streams", input.streams.len(), check::MOST_STREAMS),
        ("streams", scopes.max().unwrap_or(0), check::MOST_NEEDS),
        ("needs", input.needs.len(), check::MOST_NEEDS),
        ("unitCosts", input.unit_costs.len(), check::MOST_COSTS),
        (
            "curves",
            count(input.curves.as_ref().map(Vec::len)),
            check::MOST_COSTS,
        ),
        (
            "units",
            count(input.units.as_ref().map(Vec::len)),
            check::MOST_COSTS,
        ),
    ];
    let (field, given, most) = lists.into_iter().find(|(_, given, most)| given > most)?;
    let message = format!("{given} are more than one answer takes: at most {most}");
    Some(Problem::new(field, Code::OutOfRange, message))
}

fn code(wrong: Wrong) -> Code {
    match wrong {
        Wrong::Required => Code::Required,
        Wrong::NotFound => Code::NotFound,
        Wrong::OutOfRange | Wrong::TooLarge => Code::OutOfRange,
        Wrong::Duplicate => Code::Duplicate,
        Wrong::Mismatch => Code::Mismatch,
    }
}

impl Reader<'_> {
    fn question(&mut self, input: i::AllocateInput) -> p::Problem {
        let i::AllocateInput {
            streams,
            needs,
            unit_costs,
            curves,
            units,
            commitments,
            limits,
            minimum_offers,
            equity,
            most_steps,
        } = input;
        let needs = self.each("needs", Some(needs), Self::need);
        let places: Vec<p::Place> = needs.iter().map(|need| need.place.clone()).collect();
        p::Problem {
            streams: self.each("streams", Some(streams), |reader, at, stream| {
                reader.stream(at, stream, &places)
            }),
            needs,
            costs: self.each("unitCosts", Some(unit_costs), Self::cost),
            curves: self.each("curves", curves, Self::curve),
            units: self.each("units", units, |reader, at, unit| p::Unit {
                offer: reader.needed_offer(&format!("{at}.offer"), unit.offer),
                people: unit.people,
            }),
            commitments: self.each("commitments", commitments, |reader, at, given| {
                p::Commitment {
                    place: reader.place(at, given.area, given.offer, given.cohort),
                    pence: reader.needed_money(&format!("{at}.amount"), given.amount),
                    stream: given.stream,
                }
            }),
            limits: self.each("limits", limits, Self::limit),
            minimums: self.each("minimumOffers", minimum_offers, |reader, at, given| {
                p::Minimum {
                    offer: reader.needed_offer(&format!("{at}.offer"), given.offer),
                    share: reader.decimal(&format!("{at}.share"), &given.share),
                }
            }),
            equity: self.each("equity", equity, |reader, at, given| p::Equity {
                between: given.between.into(),
                unmet: given
                    .most_unmet
                    .map(|share| reader.decimal(&format!("{at}.mostUnmet"), &share)),
                gap: given
                    .most_gap
                    .map(|share| reader.decimal(&format!("{at}.mostGap"), &share)),
            }),
            most_steps: u32::try_from(most_steps).unwrap_or(0),
        }
    }

    fn each<I, O>(
        &mut self,
        name: &str,
        items: Option<Vec<I>>,
        mut read: impl FnMut(&mut Self, &str, I) -> O,
    ) -> Vec<O> {
        let items = items.unwrap_or_default().into_iter().enumerate();
        items
            .map(|(at, item)| read(self, &format!("{name}.{at}"), item))
            .collect()
    }

    fn stream(
        &mut self,
        at: &str,
        given: i::AllocateStreamInput,
        places: &[p::Place],
    ) -> p::Stream {
        self.currency(at, &given.currency);
        let silo = given.silo.unwrap_or_default();
        let conditions = given.conditions.unwrap_or_default();
        p::Stream {
            pence: self.needed_money(&format!("{at}.amount"), given.amount),
            conditions: self.scope(&format!("{at}.conditions"), conditions, places),
            silo: self.scope(&format!("{at}.silo"), silo, places),
            pooled: given.pooled,
            id: given.id,
        }
    }

    fn need(&mut self, at: &str, given: i::AllocateNeedInput) -> p::Need {
        p::Need {
            place: self.place(at, given.area, given.offer, given.cohort),
            people: p::Estimate {
                low: given.people_low.unwrap_or(given.people),
                central: given.people,
                high: given.people_high.unwrap_or(given.people),
            },
            weight: self.decimal(&format!("{at}.weight"), &given.weight),
        }
    }

    fn cost(&mut self, at: &str, given: i::AllocateUnitCostInput) -> p::UnitCost {
        self.currency(at, &given.currency);
        let central = match given.cost {
            Some(cost) => self.money(&format!("{at}.cost"), &cost).unwrap_or(1),
            None => {
                self.required(format!("{at}.cost"), "what it costs to serve one person");
                1
            }
        };
        let mut end = |name: &str, cost: Option<String>| {
            let cost = cost.and_then(|cost| self.money(&format!("{at}.{name}"), &cost));
            cost.unwrap_or(central)
        };
        let low = end("costLow", given.cost_low);
        let high = end("costHigh", given.cost_high);
        p::UnitCost {
            offer: self.needed_offer(&format!("{at}.offer"), given.offer),
            area: given
                .area
                .map(|area| self.area(&format!("{at}.area"), &area)),
            pence: p::Estimate { low, central, high },
        }
    }

    fn curve(&mut self, at: &str, given: i::AllocateCurveInput) -> p::Curve {
        let offer = self.needed_offer(&format!("{at}.offer"), given.offer);
        let reach = match (given.pieces, given.saturating) {
            (Some(pieces), None) => p::Reach::Steps(self.each(
                &format!("{at}.pieces"),
                Some(pieces),
                |reader, at, piece| p::Step {
                    up_to: reader.decimal(&format!("{at}.upTo"), &piece.up_to),
                    costs: reader.decimal(&format!("{at}.costs"), &piece.costs),
                },
            )),
            (None, Some(curve)) => p::Reach::Saturating {
                reachable: self.decimal(&format!("{at}.saturating.reachable"), &curve.reachable),
                first: self.decimal(&format!("{at}.saturating.firstCosts"), &curve.first_costs),
            },
            _ => {
                let message = "give either pieces or saturating, not both and not neither";
                self.say(at.to_owned(), Code::Mismatch, message);
                p::Reach::Steps(planning::allocate::reach::steps(None))
            }
        };
        p::Curve { offer, reach }
    }

    fn limit(&mut self, at: &str, given: i::AllocateLimitInput) -> p::Limit {
        let (measure, amount) = match (given.people, given.amount) {
            (Some(people), None) => (p::Measure::People, people),
            (None, Some(amount)) => {
                let pence = self.money(&format!("{at}.amount"), &amount);
                (p::Measure::Pence, pence.unwrap_or(0))
            }
            _ => {
                let message = "give either people or an amount, not both and not neither";
                self.say(at.to_owned(), Code::Mismatch, message);
                (p::Measure::People, 0)
            }
        };
        p::Limit {
            sense: given.sense.into(),
            area: given
                .area
                .map(|area| self.area(&format!("{at}.area"), &area)),
            offer: given
                .offer
                .map(|offer| self.offer(&format!("{at}.offer"), &offer)),
            cohort: self.cohort(&format!("{at}.cohort"), given.cohort.as_deref()),
            measure,
            amount,
        }
    }

    fn place(
        &mut self,
        at: &str,
        area: Option<String>,
        offer: Option<String>,
        cohort: Option<String>,
    ) -> p::Place {
        let area = area.filter(|area| !area.trim().is_empty());
        let area = match area {
            Some(area) => self.area(&format!("{at}.area"), &area),
            None => {
                self.required(format!("{at}.area"), "the official code of an area");
                String::new()
            }
        };
        p::Place {
            area,
            offer: self.needed_offer(&format!("{at}.offer"), offer),
            cohort: self.cohort(&format!("{at}.cohort"), cohort.as_deref()),
        }
    }

    /// What a condition lets in of the needs: an area stands for those that lie in it, a family of offers
    /// for its members.
    fn scope(&mut self, at: &str, given: i::AllocateScopeInput, places: &[p::Place]) -> p::Scope {
        let areas = given.areas.map(|codes| {
            let areas = self.each(&format!("{at}.areas"), Some(codes), |reader, at, code| {
                reader.area(at, &code)
            });
            self.with_those_inside(areas, places)
        });
        let offers = given.offers.map(|codes| {
            let offers = self.each(&format!("{at}.offers"), Some(codes), |reader, at, code| {
                reader.offer(at, &code)
            });
            self.with_members(offers)
        });
        let cohorts = given.cohorts.and_then(|codes| {
            let cohorts = self.each(&format!("{at}.cohorts"), Some(codes), |reader, at, code| {
                reader.cohort(at, Some(&code))
            });
            // One that is everybody is no condition.
            cohorts.into_iter().collect::<Option<BTreeSet<String>>>()
        });
        p::Scope {
            areas,
            offers,
            cohorts,
        }
    }

    fn with_those_inside(&self, ids: Vec<String>, places: &[p::Place]) -> BTreeSet<String> {
        let found = |id: &str| self.atlas.areas.find(id);
        let parts = |ix: Ix<_>| -> BTreeSet<_> {
            let members = self.atlas.parts_of(ix, self.day);
            members.map(|member| member.part).collect()
        };
        let wide: Vec<_> = ids.iter().filter_map(|id| found(id)).collect();
        let wide: Vec<_> = wide.into_iter().map(|ix| (ix, parts(ix))).collect();
        let needed: BTreeSet<&String> = places.iter().map(|place| &place.area).collect();
        let inside = needed.into_iter().filter(|id| {
            let Some(ix) = found(id) else {
                return false;
            };
            let own = parts(ix);
            wide.iter().any(|(area, all)| {
                (!own.is_empty() && own.is_subset(all))
                    || self.atlas.place_lies_in(ix, *area, self.day)
            })
        });
        inside.cloned().chain(ids.iter().cloned()).collect()
    }

    fn with_members(&self, codes: Vec<String>) -> BTreeSet<String> {
        let found = codes.iter().filter_map(|code| self.atlas.offers.find(code));
        let members = found.flat_map(|ix| self.atlas.answering_for(ix));
        let members = members.map(|ix| self.atlas.offers.get(ix).id.clone());
        members.chain(codes.iter().cloned()).collect()
    }
}
