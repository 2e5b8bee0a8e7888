//! Random sequences: who does what to which row. A step names rows by number, so that it means
//! something whatever the register holds by then, and a shrunk sequence still runs.

use planning::atlas::Atlas;
use proptest::prelude::*;
use serde_json::{Value, json};
use tests::people;
use throughcare::auth::Viewer;
use throughcare::keeping::{Ask, Kind, Wish};

/// One step.
#[derive(Clone)]
pub struct Step {
    pub who: u8,
    pub what: What,
    pub pick: [u8; 3],
    pub propose: bool,
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    NewService,
    EditService,
    NewRecord,
    EditRecord,
    NewAbsence,
    NewClaim,
    EditClaim,
    NewContract,
    EditContract,
    NewStream,
    EditStream,
    NewEvidence,
    EditEvidence,
    NewBody,
    EditBody,
    EditArea,
    NewOffer,
    NewSearch,
    Stale,
    NewPlan,
    EditPlan,
    ArchivePlan,
    Archive,
    Revert,
    Accept,
    Decline,
    Withdraw,
}

/// Sequences of so many steps.
pub fn sequences(length: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Step>> {
    use What::*;
    let what = prop_oneof![
        4 => Just(NewService), 3 => Just(EditService), 5 => Just(NewRecord), 3 => Just(EditRecord),
        2 => Just(NewAbsence), 2 => Just(NewClaim), 1 => Just(EditClaim), 2 => Just(NewContract),
        1 => Just(EditContract), 2 => Just(NewStream), 1 => Just(EditStream),
        1 => Just(NewEvidence), 1 => Just(EditEvidence), 1 => Just(NewBody), 1 => Just(EditBody),
        1 => Just(EditArea), 1 => Just(NewOffer), 1 => Just(NewSearch), 2 => Just(Stale),
        7 => Just(NewPlan),
        4 => Just(EditPlan), 2 => Just(ArchivePlan), 4 => Just(Archive), 3 => Just(Revert), 4 => Just(Accept), 1 => Just(Decline),
        1 => Just(Withdraw),
    ];
    let step = (0..8u8, what, any::<[u8; 3]>(), prop::bool::weighted(0.25));
    let step = step.prop_map(|(who, what, pick, propose)| Step {
        who,
        what,
        pick,
        propose,
    });
    prop::collection::vec(step, length)
}

/// A line for each, however it is asked for.
impl std::fmt::Debug for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let actor = self.viewer().actor;
        let how = if self.propose { "proposes" } else { "does" };
        write!(f, "{actor} {how} {:?} {:?}", self.what, self.pick)
    }
}

impl Step {
    /// Who does it; administrators and commissioners do most.
    pub fn viewer(&self) -> Viewer {
        match self.who {
            0 | 1 => people::admin(),
            2 | 3 => people::commissioner_a(),
            4 | 5 => people::commissioner_b(),
            6 => people::provider(),
            _ => people::analyst(),
        }
    }

    /// What is asked for, of the register as the viewer sees it; `None` where there is no row to
    /// do it to, and for decisions on proposals.
    pub fn ask(&self, seen: &Atlas) -> Option<Ask> {
        let (wish, expected_version) = self.wish(seen)?;
        Some(Ask {
            wish,
            reason: format!("because of {:?}", self.what),
            expected_version,
            idempotency_key: None,
            dry_run: false,
            propose: self.propose,
            accepts: None,
        })
    }

    /// A row among some, by the step's numbers.
    pub fn choose<'a, T>(&self, rows: &'a [T], number: usize) -> Option<&'a T> {
        rows.get(usize::from(self.pick[number]).checked_rem(rows.len())?)
    }

    fn wish(&self, seen: &Atlas) -> Option<(Wish, Option<i64>)> {
        let [one, two, three] = self.pick;
        let words = format!("{one}-{two}-{three}");
        let new = |kind, fields| Some((save(kind, None, fields), None));
        macro_rules! edit {
            ($table:ident, $kind:expr, $fields:expr) => {{
                let row = self.choose(seen.$table.rows(), 0)?;
                Some((save($kind, Some(&row.id), $fields), Some(row.version)))
            }};
        }
        let sight = self.visibility();
        match self.what {
            What::NewService => {
                let mut fields = json!({ "title": format!("Service {words}"),
                    "bodies": self.bodies(seen) });
                extend(&mut fields, sight);
                new(Kind::Service, fields)
            }
            What::EditService => {
                let mut fields = json!({ "title": format!("Renamed {words}") });
                if two % 2 == 0 {
                    fields["bodies"] = self.bodies(seen);
                }
                if three % 3 == 0 {
                    extend(&mut fields, sight);
                }
                edit!(services, Kind::Service, fields)
            }
            What::NewRecord => {
                let mut fields = self.placed(seen)?;
                fields["service"] = json!(self.choose(seen.services.rows(), 0)?.id);
                fields["status"] =
                    json!(["live", "planned", "ended", "unclear"][usize::from(two % 4)]);
                extend(&mut fields, sight);
                extend(&mut fields, self.evidence(seen)?);
                new(Kind::CoverageRecord, fields)
            }
            What::EditRecord => {
                let records = seen
                    .coverage
                    .rows()
                    .iter()
                    .filter(|row| row.service.is_some());
                let records: Vec<_> = records.collect();
                let row = self.choose(&records, 0)?;
                let mut fields = json!({ "endsOn": format!("20{:02}-03-31", 30 + two % 9) });
                if three % 3 == 0 {
                    extend(&mut fields, sight);
                }
                Some((
                    save(Kind::CoverageRecord, Some(&row.id), fields),
                    Some(row.version),
                ))
            }
            What::NewAbsence => {
                let mut fields = self.placed(seen)?;
                extend(&mut fields, sight);
                extend(&mut fields, self.evidence(seen)?);
                new(Kind::Absence, fields)
            }
            What::NewClaim => {
                let mut fields = json!({ "kind": "faith_based", "communities": ["community"],
                    "communitiesAsStated": format!("Words {words}"), "status": "live",
                    "isProvision": true });
                if two % 2 == 0 {
                    fields["service"] = json!(self.choose(seen.services.rows(), 0)?.id);
                } else {
                    fields["body"] = json!(self.choose(seen.bodies.rows(), 0)?.id);
                }
                extend(&mut fields, sight);
                extend(&mut fields, self.evidence(seen)?);
                new(Kind::Claim, fields)
            }
            What::EditClaim => {
                let fields = json!({ "communitiesAsStated": format!("Other words {words}") });
                edit!(claims, Kind::Claim, fields)
            }
            What::NewContract => {
                let mut fields = json!({ "service": self.choose(seen.services.rows(), 0)?.id,
                    "reference": format!("Contract {words}"), "status": "live",
                    "value": format!("{one}{two}.00"), "valueBasis": "a year" });
                extend(&mut fields, sight);
                extend(&mut fields, self.evidence(seen)?);
                new(Kind::Contract, fields)
            }
            What::EditContract => {
                edit!(
                    contracts,
                    Kind::Contract,
                    json!({ "value": format!("{two}.50"), "valueBasis": "a year" })
                )
            }
            What::NewStream => {
                let mut fields = json!({ "name": format!("Stream {words}"), "purpose": "Made up.",
                    "funder": self.choose(seen.bodies.rows(), 0)?.id, "amount": "12.34" });
                extend(&mut fields, sight);
                extend(&mut fields, self.evidence(seen)?);
                new(Kind::FundingStream, fields)
            }
            What::EditStream => {
                edit!(
                    funding_streams,
                    Kind::FundingStream,
                    json!({ "amount": format!("{two}.00") })
                )
            }
            What::NewEvidence => {
                let mut fields = self.new_evidence(seen)?;
                fields["asOf"] = json!("2026-05");
                new(Kind::Evidence, fields)
            }
            What::EditEvidence => {
                edit!(
                    evidence,
                    Kind::Evidence,
                    json!({ "statement": format!("It said {words}") })
                )
            }
            What::NewBody => new(
                Kind::Body,
                json!({ "name": format!("Body {words}"), "kind": "vcse",
                    "otherNames": [{ "name": format!("Also {words}") }] }),
            ),
            What::EditBody => {
                let fields = json!({ "note": format!("Note {words}"),
                    "otherNames": [{ "name": format!("Or {words}") }] });
                edit!(bodies, Kind::Body, fields)
            }
            What::EditArea => edit!(
                areas,
                Kind::Area,
                json!({ "name": format!("Place {words}") })
            ),
            What::NewOffer => new(
                Kind::Offer,
                json!({ "code": format!("offer_{one}_{two}"), "name": format!("Offer {words}"),
                    "kind": "service", "description": "Made up.", "stages": ["court"],
                    "intensity": "low", "geographies": ["district"], "nations": ["England"],
                    "countsAsTreatment": false, "vocabularyVersion": "small" }),
            ),
            What::NewSearch => new(
                Kind::Search,
                json!({ "offer": self.choose(seen.offers.rows(), 0)?.id,
                    "area": self.choose(seen.areas.rows(), 1)?.id,
                    "whatWasSearched": format!("Pages {words}"), "searchedOn": "2026-11-01" }),
            ),
            What::NewPlan => self.new_plan(seen),
            What::EditPlan => self.edit_plan(seen),
            What::ArchivePlan => self.archive_plan(seen),
            What::Stale => {
                let row = self.choose(seen.services.rows(), 0)?;
                let fields = json!({ "title": format!("Too late {words}") });
                Some((
                    save(Kind::Service, Some(&row.id), fields),
                    Some(row.version - 1),
                ))
            }
            What::Archive => {
                macro_rules! archive {
                    ($table:ident, $kind:expr) => {{
                        let row = self.choose(seen.$table.rows(), 0)?;
                        let id = row.id.clone();
                        (Wish::Archive { kind: $kind, id }, Some(row.version))
                    }};
                }
                Some(match two % 6 {
                    0 => archive!(services, Kind::Service),
                    1 => archive!(claims, Kind::Claim),
                    2 => archive!(contracts, Kind::Contract),
                    3 => archive!(funding_streams, Kind::FundingStream),
                    4 => archive!(bodies, Kind::Body),
                    _ => {
                        let row = self.choose(seen.coverage.rows(), 0)?;
                        let kind = match row.service {
                            Some(_) => Kind::CoverageRecord,
                            None => Kind::Absence,
                        };
                        let id = row.id.clone();
                        (Wish::Archive { kind, id }, Some(row.version))
                    }
                })
            }
            What::Revert => {
                let revision = seen.revision.saturating_sub(u64::from(one % 5));
                // The first commit is the register that everything starts from.
                (revision > 2).then_some((Wish::Revert { revision }, None))
            }
            What::Accept | What::Decline | What::Withdraw => None,
        }
    }

    /// Most is public; the rest is somebody's.
    pub(super) fn visibility(&self) -> Value {
        let owner = ["body:a", "body:b", "body:charity"][usize::from(self.pick[0] % 3)];
        match self.pick[1] % 5 {
            0 => json!({ "visibility": "restricted", "owner": owner }),
            1 => json!({ "visibility": "private", "owner": owner }),
            2 => json!({ "visibility": "public", "owner": owner }),
            _ => json!({ "visibility": "public", "owner": null }),
        }
    }

    fn bodies(&self, seen: &Atlas) -> Value {
        let body = |number| {
            self.choose(seen.bodies.rows(), number)
                .map(|row| row.id.clone())
        };
        let own = match self.who {
            2 | 3 => "body:a",
            _ => "body:b",
        };
        json!([
            { "body": own, "role": "commissioner" },
            { "body": body(2), "role": "provider" },
        ])
    }

    fn placed(&self, seen: &Atlas) -> Option<Value> {
        Some(json!({ "offer": self.choose(seen.offers.rows(), 1)?.id,
            "area": self.choose(seen.areas.rows(), 2)?.id,
            "startsOn": format!("20{:02}-04-01", 20 + self.pick[0] % 8) }))
    }

    /// Evidence that is there, or new evidence from a source that is there, or from a new one.
    pub(super) fn evidence(&self, seen: &Atlas) -> Option<Value> {
        Some(match self.pick[2] % 3 {
            0 => json!({ "evidence": self.choose(seen.evidence.rows(), 1)?.id }),
            _ => json!({ "newEvidence": self.new_evidence(seen)? }),
        })
    }

    fn new_evidence(&self, seen: &Atlas) -> Option<Value> {
        let [one, two, three] = self.pick;
        let mut fields = json!({ "grade": "responsible_body", "assertedBy": "commissioner",
            "statement": format!("Said {one}-{two}-{three}") });
        if three % 2 == 0 {
            fields["source"] = json!(self.choose(seen.sources.rows(), 0)?.id);
        } else {
            fields["newSource"] = json!({ "title": format!("Source {one}-{two}-{three}"),
                "date": "2026-06-01" });
        }
        Some(fields)
    }
}

/// A wish to make or change a row.
pub fn save(kind: Kind, id: Option<&str>, fields: Value) -> Wish {
    Wish::Save {
        kind,
        id: id.map(str::to_owned),
        fields: fields.as_object().cloned().unwrap_or_default(),
    }
}

/// Adds fields.
pub fn extend(fields: &mut Value, more: Value) {
    if let (Some(fields), Some(more)) = (fields.as_object_mut(), more.as_object()) {
        fields.extend(more.clone());
    }
}
