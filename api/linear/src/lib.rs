//! Linear programmes, by an interior-point solver on one thread with a limit of steps and none of
//! time, so that the same programme has the same answer.
//!
//! A crate of its own, so that it is compiled once and for speed also while `planning` is being tested:
//! the solver's code is made for the crate that calls it. It knows nothing of what is planned.

use clarabel::algebra::CscMatrix;
use clarabel::solver::{
    DefaultSettings, DefaultSolver, IPSolver, NonnegativeConeT, SolverStatus, SupportedConeT,
    ZeroConeT,
};

/// What is left over of a row that has no columns and is nothing.
const ROOM: f64 = 1e-9;

/// A linear programme: the least cost within boxes and rows.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// What one of each column costs; a second figure is what the solver is told, where that
    /// differs to break ties.
    pub costs: Vec<(f64, f64)>,
    /// Least and most of each column.
    pub boxes: Vec<(f64, f64)>,
    /// Columns whose most follows from rows. The solver is not told, so that the worth of those rows is
    /// not shared with it; the bound rests on it.
    pub implied: Vec<bool>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One row: a sum that equals its bound, or is at most it.
#[derive(Clone, Debug)]
pub struct Row {
    /// Column and coefficient.
    pub terms: Vec<(usize, f64)>,
    /// Whether it is an equation.
    pub equal: bool,
    /// Its bound.
    pub bound: f64,
}

/// How a solve ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// At the optimum, within the solver's tolerance of one part in a hundred million.
    Solved,
    /// Before it: at the limit of steps, or where no step made progress.
    Stopped,
    /// Nothing fits all rows.
    Infeasible,
}

/// What a solve found.
#[derive(Clone, Debug)]
pub struct Solved {
    /// How it ended.
    pub ended: Ended,
    /// The columns.
    pub columns: Vec<f64>,
    /// What one more of each row's bound would take off the cost.
    pub worth: Vec<f64>,
    /// No columns cost less than this, whether or not the solver reached the optimum.
    pub bound: f64,
}

impl Program {
    /// Adds a column and gives its number.
    pub fn column(&mut self, cost: f64, least: f64, most: f64) -> usize {
        self.costs.push((cost, cost));
        self.boxes.push((least, most));
        self.implied.push(false);
        self.costs.len() - 1
    }

    /// Adds a column whose most follows from rows.
    pub fn implied(&mut self, cost: f64, most: f64) -> usize {
        let column = self.column(cost, 0.0, most);
        self.implied[column] = true;
        column
    }

    /// Adds a row `sum = bound` and gives its number.
    pub fn equal(&mut self, terms: Vec<(usize, f64)>, bound: f64) -> usize {
        self.row(terms, true, bound)
    }

    /// Adds a row `sum <= bound` and gives its number.
    pub fn at_most(&mut self, terms: Vec<(usize, f64)>, bound: f64) -> usize {
        self.row(terms, false, bound)
    }

    fn row(&mut self, terms: Vec<(usize, f64)>, equal: bool, bound: f64) -> usize {
        self.rows.push(Row {
            terms,
            equal,
            bound,
        });
        self.rows.len() - 1
    }

    /// How large it is: what a solve costs is about in proportion.
    pub fn size(&self) -> usize {
        self.costs.len()
            + self
                .rows
                .iter()
                .map(|row| row.terms.len() + 1)
                .sum::<usize>()
    }

    /// A lower bound on the cost from any prices of the rows: with the rows priced instead of held,
    /// each column goes to the better end of its box. Valid whatever the prices are.
    pub fn bound(&self, worth: &[f64]) -> f64 {
        let mut reduced: Vec<f64> = self.costs.iter().map(|(cost, _)| *cost).collect();
        let mut sum = 0.0;
        let mut magnitude = 1.0;
        for (row, worth) in self.rows.iter().zip(worth) {
            let price = if row.equal { *worth } else { worth.max(0.0) };
            sum -= price * row.bound;
            magnitude += (price * row.bound).abs();
            for (column, coefficient) in &row.terms {
                reduced[*column] += price * coefficient;
            }
        }
        for (reduced, (least, most)) in reduced.iter().zip(&self.boxes) {
            let at = if *reduced < 0.0 { *most } else { *least };
            if at != 0.0 {
                sum += reduced * at;
                magnitude += (reduced * at).abs();
            }
        }
        // What rounding in these sums can have added.
        sum - magnitude * 1e-12
    }

    /// Solves it. Columns that have no choice, and rows that are then empty, are left out: an
    /// interior-point solver needs room between bounds.
    pub fn solve(&self, most_steps: u32) -> Solved {
        let kept: Vec<usize> = (0..self.costs.len())
            .filter(|column| self.boxes[*column].0 < self.boxes[*column].1)
            .collect();
        let mut at = vec![None; self.costs.len()];
        for (place, column) in kept.iter().enumerate() {
            at[*column] = Some(place);
        }
        let mut rows = Vec::new();
        for (number, row) in self.rows.iter().enumerate() {
            let mut bound = row.bound;
            let mut terms = Vec::new();
            for (column, coefficient) in &row.terms {
                match at[*column] {
                    Some(place) => terms.push((place, *coefficient)),
                    None => bound -= coefficient * self.boxes[*column].0,
                }
            }
            if !terms.is_empty() {
                rows.push((number, terms, bound));
            } else if bound < -ROOM || (row.equal && bound > ROOM) {
                return Solved {
                    ended: Ended::Infeasible,
                    ..self.unsolved()
                };
            }
        }
        if kept.is_empty() {
            return Solved {
                ended: Ended::Solved,
                ..self.unsolved()
            };
        }
        // Equations first, as the solver's cones are laid out; then rows, then boxes.
        rows.sort_by_key(|(number, _, _)| !self.rows[*number].equal);
        let equations = rows
            .iter()
            .filter(|(number, _, _)| self.rows[*number].equal)
            .count();
        let mut by_column: Vec<Vec<(usize, f64)>> = vec![Vec::new(); kept.len()];
        let mut bounds = Vec::new();
        for (_, terms, bound) in &rows {
            for (column, coefficient) in terms {
                by_column[*column].push((bounds.len(), *coefficient));
            }
            bounds.push(*bound);
        }
        for (entries, column) in by_column.iter_mut().zip(&kept) {
            let (least, most) = self.boxes[*column];
            if least.is_finite() {
                entries.push((bounds.len(), -1.0));
                bounds.push(-least);
            }
            if most.is_finite() && !self.implied[*column] {
                entries.push((bounds.len(), 1.0));
                bounds.push(most);
            }
        }
        let told: Vec<f64> = kept.iter().map(|column| self.costs[*column].1).collect();
        let cones: [SupportedConeT<f64>; 2] = [
            ZeroConeT(equations),
            NonnegativeConeT(bounds.len() - equations),
        ];
        let settings = DefaultSettings {
            verbose: false,
            max_iter: most_steps,
            max_threads: 1,
            direct_solve_method: "qdldl".to_owned(),
            ..DefaultSettings::default()
        };
        let none = CscMatrix::zeros((kept.len(), kept.len()));
        let matrix = matrix(bounds.len(), &by_column);
        let Ok(mut solver) = DefaultSolver::new(&none, &told, &matrix, &bounds, &cones, settings)
        else {
            return self.unsolved();
        };
        solver.solve();
        let found = &solver.solution;
        let ended = match found.status {
            SolverStatus::Solved => Ended::Solved,
            SolverStatus::PrimalInfeasible | SolverStatus::AlmostPrimalInfeasible => {
                Ended::Infeasible
            }
            _ => Ended::Stopped,
        };
        let unsolved = self.unsolved();
        if !found
            .x
            .iter()
            .chain(&found.z)
            .all(|value| value.is_finite())
        {
            return Solved { ended, ..unsolved };
        }
        let mut worth = unsolved.worth;
        for ((number, _, _), dual) in rows.iter().zip(&found.z) {
            worth[*number] = *dual;
        }
        let mut columns = unsolved.columns;
        for (column, value) in kept.iter().zip(&found.x) {
            let (least, most) = self.boxes[*column];
            columns[*column] = value.max(least).min(most);
        }
        Solved {
            ended,
            columns,
            bound: self.bound(&worth),
            worth,
        }
    }

    /// Where the solver had nothing to say: the least of each column, and the bound that its boxes give.
    fn unsolved(&self) -> Solved {
        let worth = vec![0.0; self.rows.len()];
        Solved {
            ended: Ended::Stopped,
            columns: self.boxes.iter().map(|(least, _)| *least).collect(),
            bound: self.bound(&worth),
            worth,
        }
    }
}

/// The matrix of columns, each by row; an entry named twice is the sum of both.
fn matrix(height: usize, by_column: &[Vec<(usize, f64)>]) -> CscMatrix<f64> {
    let mut starts = vec![0];
    let mut rows = Vec::new();
    let mut values: Vec<f64> = Vec::new();
    for entries in by_column {
        let start = rows.len();
        for (row, value) in entries {
            match (rows.last(), values.last_mut()) {
                (Some(last), Some(sum)) if *last == *row && rows.len() > start => *sum += value,
                _ => {
                    rows.push(*row);
                    values.push(*value);
                }
            }
        }
        starts.push(rows.len());
    }
    CscMatrix::new(height, by_column.len(), starts, rows, values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_programme_is_solved_with_the_worth_of_its_rows() {
        // The least of -3a - 2b with a + b <= 4, a <= 3: a = 3, b = 1.
        let mut program = Program::default();
        let a = program.column(-3.0, 0.0, 3.0);
        let b = program.column(-2.0, 0.0, 10.0);
        program.at_most(vec![(a, 1.0), (b, 1.0)], 4.0);
        let solved = program.solve(200);
        assert_eq!(solved.ended, Ended::Solved);
        assert!((solved.columns[a] - 3.0).abs() < 1e-6);
        assert!((solved.worth[0] - 2.0).abs() < 1e-6);
        assert!(solved.bound <= -11.0 + 1e-9 && solved.bound > -11.0 - 1e-5);
    }

    #[test]
    fn a_solve_that_is_stopped_still_gives_a_bound_that_holds() {
        let mut program = Program::default();
        let a = program.column(-3.0, 0.0, 3.0);
        let b = program.column(-2.0, 0.0, 10.0);
        program.at_most(vec![(a, 1.0), (b, 1.0)], 4.0);
        for steps in 1..6 {
            let solved = program.solve(steps);
            assert!(solved.bound <= -11.0 + 1e-9, "{steps}: {}", solved.bound);
        }
        assert_eq!(program.solve(1).ended, Ended::Stopped);
    }

    #[test]
    fn rows_that_exclude_each_other_are_infeasible() {
        let mut program = Program::default();
        let a = program.column(1.0, 0.0, 3.0);
        program.at_most(vec![(a, -1.0)], -5.0);
        assert_eq!(program.solve(200).ended, Ended::Infeasible);
    }
}
