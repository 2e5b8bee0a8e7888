//! Which streams pay for what, in whole pence.
//!
//! A stream may pay for some classes of cells and not for others, so that paying for one more cell can
//! need others to be paid for by somebody else. Money is moved along such chains until none is left:
//! what cannot be paid then cannot be paid at all.
#![expect(
    clippy::indexing_slicing,
    reason = "positions in lists that this file has numbered itself"
)]

use super::case::Case;

/// Who pays for what so far.
#[derive(Clone, Debug)]
pub struct Flow {
    /// Pence that each group has left.
    left: Vec<i64>,
    /// Of each group, its classes and the pence that it pays for each.
    paid: Vec<Vec<(usize, i64)>>,
    /// Of each class, its groups and where in their list it is.
    payers: Vec<Vec<(usize, usize)>>,
}

impl Flow {
    /// Nothing is paid yet.
    pub fn new(case: &Case) -> Self {
        let mut payers = vec![Vec::new(); case.classes.len()];
        let mut paid = Vec::new();
        for (group, streams) in case.groups.iter().enumerate() {
            for (at, class) in streams.classes.iter().enumerate() {
                payers[*class].push((group, at));
            }
            paid.push(streams.classes.iter().map(|class| (*class, 0)).collect());
        }
        Self {
            left: case.groups.iter().map(|group| group.free.max(0)).collect(),
            paid,
            payers,
        }
    }

    /// Pays for a class as much of an amount as can be paid, and gives how much that is.
    pub fn push(&mut self, class: usize, pence: i64) -> i64 {
        let mut sum = 0;
        while sum < pence {
            let Some(moved) = self.chain(class, pence - sum) else {
                break;
            };
            sum += moved;
        }
        sum
    }

    /// Takes back what was paid for a class.
    pub fn pull(&mut self, class: usize, pence: i64) {
        let mut rest = pence;
        for (group, at) in self.payers[class].clone() {
            let taken = rest.min(self.paid[group][at].1);
            self.paid[group][at].1 -= taken;
            self.left[group] += taken;
            rest -= taken;
        }
    }

    /// Moves money along one shortest chain that ends in a group with some left.
    fn chain(&mut self, class: usize, most: i64) -> Option<i64> {
        // Of each group reached: the class that it would pay for, and the group before it.
        let mut reached: Vec<Option<(usize, Option<usize>)>> = vec![None; self.left.len()];
        let mut seen = vec![false; self.payers.len()];
        let mut queue = Vec::new();
        seen[class] = true;
        for (group, at) in &self.payers[class] {
            reached[*group] = Some((*at, None));
            queue.push(*group);
        }
        let mut next = 0;
        let end = loop {
            let group = *queue.get(next)?;
            next += 1;
            if self.left[group] > 0 {
                break group;
            }
            for (class, paid) in &self.paid[group] {
                if *paid > 0 && !seen[*class] {
                    seen[*class] = true;
                    for (other, at) in &self.payers[*class] {
                        if reached[*other].is_none() {
                            reached[*other] = Some((*at, Some(group)));
                            queue.push(*other);
                        }
                    }
                }
            }
        };
        let mut moved = most.min(self.left[end]);
        let mut group = end;
        while let Some((at, Some(before))) = reached[group] {
            let class = self.paid[group][at].0;
            let relieved = self.paid[before].iter().find(|(other, _)| *other == class);
            moved = moved.min(relieved.map_or(0, |(_, paid)| *paid));
            group = before;
        }
        self.left[end] -= moved;
        let mut group = end;
        while let Some((at, before)) = reached[group] {
            let class = self.paid[group][at].0;
            self.paid[group][at].1 += moved;
            let Some(before) = before else {
                break;
            };
            for (other, paid) in &mut self.paid[before] {
                if *other == class {
                    *paid -= moved;
                }
            }
            group = before;
        }
        Some(moved)
    }

    /// Pence left in all groups together.
    pub fn left(&self) -> i64 {
        self.left.iter().sum()
    }

    /// The classes that a further penny of a group could end in: those that it may pay for, and those
    /// that others may whom it relieves.
    pub fn ends_of(&self, group: usize) -> Vec<usize> {
        let mut groups = vec![false; self.left.len()];
        let mut classes = vec![false; self.payers.len()];
        let mut queue = vec![group];
        groups[group] = true;
        while let Some(group) = queue.pop() {
            for (class, _) in &self.paid[group] {
                if classes[*class] {
                    continue;
                }
                classes[*class] = true;
                for (other, at) in &self.payers[*class] {
                    if !groups[*other] && self.paid[*other][*at].1 > 0 {
                        groups[*other] = true;
                        queue.push(*other);
                    }
                }
            }
        }
        (0..classes.len()).filter(|class| classes[*class]).collect()
    }

    /// Who pays what to whom: stream, cell and pence, from what each cell costs beyond its promises.
    /// Streams and cells are filled in their order, so that few are split.
    pub fn shares(&self, case: &Case, extra: &[i64]) -> Vec<(usize, usize, i64)> {
        let mut shares = Vec::new();
        let mut wanted = extra.to_vec();
        for (group, paid) in case.groups.iter().zip(&self.paid) {
            let mut purses: Vec<(usize, i64)> = group
                .streams
                .iter()
                .map(|stream| (*stream, case.streams[*stream].free.max(0)))
                .collect();
            let mut purse = 0;
            for (class, pence) in paid {
                let mut rest = *pence;
                for cell in &case.classes[*class] {
                    while rest > 0 && wanted[*cell] > 0 && purse < purses.len() {
                        let (stream, has) = &mut purses[purse];
                        let part = rest.min(wanted[*cell]).min(*has);
                        if part > 0 {
                            shares.push((*stream, *cell, part));
                        }
                        *has -= part;
                        rest -= part;
                        wanted[*cell] -= part;
                        if *has == 0 {
                            purse += 1;
                        }
                    }
                }
            }
        }
        shares.sort_unstable();
        shares
    }
}
