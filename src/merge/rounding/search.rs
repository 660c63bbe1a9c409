//! Which pieces are rounded up so that all totals stay near their exact values.
//!
//! Begun from some choice, a piece that is rounded up and one that is rounded down change places as
//! long as that brings the totals nearer: their number stays, and with it the grand total. Where a total
//! is still a unit away, a change that does not help by itself is tried together with those that follow
//! from it, and then other choices to begin from. Nothing here is random, and the work is bounded, so the same plan is shown in the same
//! figures, and soon.

/// A piece that is no multiple of the unit.
#[derive(Debug)]
pub(super) struct Piece {
    /// What it has above the multiple below it, in đồng.
    pub(super) part: i64,
    /// The totals that it counts in, by number.
    pub(super) totals: Vec<usize>,
}

/// How many totals are looked at before the search ends where it stands: about a tenth of a second.
const MOST_WORK: usize = 10_000_000;

/// From how many choices the search begins, one after the other, as long as a total is a unit away.
const STARTS: usize = 8;

/// How many partners a piece tries, so that every piece of a large plan has its turn.
const PARTNERS: usize = 256;

/// Improves a choice of pieces to be rounded up to a multiple of `size`, and tells how far the total is
/// then from its exact value that is farthest. A total counts as much as its weight says.
pub(super) fn improve(
    pieces: &[Piece],
    weights: &[i64],
    size: i64,
    up: Vec<bool>,
) -> (Vec<bool>, i64) {
    let mut apart = vec![0; weights.len()];
    for (piece, is_up) in pieces.iter().zip(&up) {
        let by = if *is_up { size } else { 0 } - piece.part;
        for total in &piece.totals {
            apart[*total] += by;
        }
    }
    let mut search = Search {
        pieces,
        weights,
        size,
        apart,
        up,
        work: 0,
    };
    let first = search.up.clone();
    let mut best = search.best_from(&first);
    for start in 1..STARTS {
        if best.farthest < size || search.is_out_of_work() {
            break;
        }
        // As many go up, so many places further on.
        let mut other = first.clone();
        other.rotate_right(start * 7 % pieces.len().max(1));
        let found = search.best_from(&other);
        if found.cost < best.cost {
            best = found;
        }
    }
    (best.up, best.farthest)
}

/// A choice, and what it is worth.
struct Choice {
    up: Vec<bool>,
    cost: i64,
    farthest: i64,
}

struct Search<'a> {
    pieces: &'a [Piece],
    weights: &'a [i64],
    size: i64,
    /// How far each total is above its exact value.
    apart: Vec<i64>,
    up: Vec<bool>,
    work: usize,
}

impl Search<'_> {
    /// The best choice that is found from one.
    fn best_from(&mut self, up: &[bool]) -> Choice {
        for (place, is_up) in up.iter().enumerate() {
            if self.up[place] != *is_up {
                self.turn_over(place);
            }
        }
        self.settle(None);
        self.force();
        let farthest = self.apart.iter().map(|apart| apart.abs()).max();
        Choice {
            up: self.up.clone(),
            cost: self.total_cost(),
            farthest: farthest.unwrap_or_default(),
        }
    }

    /// Lets pieces change places, all but one that is held, until no change helps.
    fn settle(&mut self, held: Option<usize>) {
        let mut n_idle = 0;
        for (turn, place) in (0..self.pieces.len()).cycle().enumerate() {
            if n_idle == self.pieces.len() || self.is_out_of_work() {
                break;
            }
            let helps = held != Some(place) && self.exchange(place, turn, held);
            n_idle = if helps { 0 } else { n_idle + 1 };
        }
    }

    /// While totals are a unit away: turns over one of their pieces though that does not help, lets the
    /// others settle around it, and keeps what comes out where it is better.
    fn force(&mut self) {
        while self.force_one() {}
    }

    /// Keeps the first piece that helps, if there is one.
    fn force_one(&mut self) -> bool {
        let far = self.apart.iter().enumerate();
        let far = far.filter(|(_, apart)| apart.abs() >= self.size);
        let far: Vec<(usize, bool)> = far.map(|(total, apart)| (total, *apart > 0)).collect();
        let (up, apart, cost) = (self.up.clone(), self.apart.clone(), self.total_cost());
        for (total, is_above) in far {
            for (place, piece) in self.pieces.iter().enumerate() {
                if self.up[place] != is_above || !piece.totals.contains(&total) {
                    continue;
                }
                if self.is_out_of_work() {
                    return false;
                }
                self.turn_over(place);
                if let Some((_, other)) = self.best_partner(place, 0, None) {
                    self.turn_over(other);
                    self.settle(Some(place));
                    self.settle(None);
                    if self.total_cost() < cost {
                        return true;
                    }
                }
                self.up.clone_from(&up);
                self.apart.clone_from(&apart);
            }
        }
        false
    }

    fn is_out_of_work(&self) -> bool {
        self.work > MOST_WORK
    }

    fn total_cost(&mut self) -> i64 {
        self.work += self.apart.len();
        let apart = self.apart.iter().zip(self.weights);
        apart
            .map(|(apart, weight)| weight * self.cost(*apart))
            .sum()
    }

    /// Lets a piece change places with the best partner, if that is better than to stay.
    fn exchange(&mut self, place: usize, turn: usize, held: Option<usize>) -> bool {
        let own = self.change(place);
        self.turn_over(place);
        match self.best_partner(place, turn, held) {
            Some((change, other)) if own + change < 0 => {
                self.turn_over(other);
                true
            }
            _ => {
                self.turn_over(place);
                false
            }
        }
    }

    /// The piece that is best turned over in exchange for one that has been, and what that does to the
    /// cost. Which are tried in a large plan is another choice at every turn.
    fn best_partner(
        &mut self,
        place: usize,
        turn: usize,
        held: Option<usize>,
    ) -> Option<(i64, usize)> {
        let n = self.pieces.len();
        let from = turn.wrapping_mul(PARTNERS) % n;
        let partners = (from..n).chain(0..from);
        let fits = |other: &usize| {
            *other != place && Some(*other) != held && self.up[*other] == self.up[place]
        };
        let partners: Vec<usize> = partners.filter(fits).take(PARTNERS).collect();
        let changes = partners
            .into_iter()
            .map(|other| (self.change(other), other));
        changes.min()
    }

    /// What turning a piece over would do to the cost.
    fn change(&mut self, place: usize) -> i64 {
        let by = self.step(place);
        let pieces = self.pieces;
        let totals = &pieces[place].totals;
        self.work += totals.len();
        let changes = totals.iter().map(|total| {
            let apart = self.apart[*total];
            self.weights[*total] * (self.cost(apart + by) - self.cost(apart))
        });
        changes.sum()
    }

    fn turn_over(&mut self, place: usize) {
        let by = self.step(place);
        let pieces = self.pieces;
        for total in &pieces[place].totals {
            self.apart[*total] += by;
        }
        self.up[place] = !self.up[place];
    }

    fn step(&self, place: usize) -> i64 {
        if self.up[place] {
            -self.size
        } else {
            self.size
        }
    }

    /// What a total costs that is so far from its exact value: the square of that, and from one unit on
    /// sixteen times its fourth power, so that one total two units away is worse than several that are
    /// one away, and any of these worse than many that are less.
    fn cost(&self, apart: i64) -> i64 {
        // About thousandths of the unit; more than sixteen units are as bad as sixteen.
        let shift = if self.size > 1_000 { 10 } else { 0 };
        let thousandths = (apart.abs() >> shift).min(1 << 14);
        let square = thousandths * thousandths;
        if apart.abs() < self.size {
            square
        } else {
            16 * (square >> 10) * (square >> 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Piece;
    use super::improve;

    #[test]
    fn pieces_change_places_until_rows_and_columns_are_near() {
        // Four halves in a square, both of the first row up: each row is a whole unit away.
        let pieces = [[0, 2], [0, 3], [1, 2], [1, 3]].map(|totals| Piece {
            part: 500_000,
            totals: totals.into(),
        });
        let (up, farthest) = improve(&pieces, &[1; 4], 1_000_000, vec![true, true, false, false]);
        assert!(up == [true, false, false, true] || up == [false, true, true, false]);
        assert_eq!(farthest, 0);
        // Nothing to choose from.
        assert_eq!(improve(&[], &[], 1_000, Vec::new()), (Vec::new(), 0));
        let alone = improve(&pieces[..1], &[1; 4], 1_000_000, vec![true]);
        assert_eq!(alone, (vec![true], 500_000));
    }
}
