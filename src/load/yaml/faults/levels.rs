//! Which group a line belongs to by its indent, and, where it belongs to none, which line is to blame.

use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Sequence,
    Mapping,
}

/// A list or group that is open: how far its lines are indented, and what it is.
pub(super) type Level = (usize, Kind);

/// A line that was put into its place.
#[derive(Debug, Default, Clone)]
pub(super) struct Placed {
    /// Its written part.
    pub(super) range: Range<usize>,
    /// Its text and its column where it is neither key nor item.
    pub(super) content: String,
    pub(super) text: Option<usize>,
    /// The levels that it ended.
    pub(super) ended: Vec<Level>,
    /// Whether it is the first line of its level.
    pub(super) is_first: bool,
}

/// What becomes of the open levels with a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// Those that are open with it, its own the last.
    pub(super) open: Vec<Level>,
    /// Those that it ended, the innermost first.
    pub(super) ended: Vec<Level>,
    /// Whether it may stand there.
    pub(super) fits: bool,
}

/// Finds the level of a line that begins with a key or an item, among the open ones; `awaits` says
/// whether the line before has its value below it.
pub(super) fn find_level(levels: &[Level], awaits: bool, (column, kind): Level) -> Step {
    let mut open = levels.to_vec();
    let mut ended = Vec::new();
    while let Some(level) = open.pop_if(|(at, _)| *at > column) {
        ended.push(level);
    }
    // A list may stand as far left as the key that it belongs to.
    let fits = match open.last().copied() {
        Some((at, Kind::Sequence)) if at == column && kind == Kind::Mapping => {
            ended.extend(open.pop());
            open.last() == Some(&(column, Kind::Mapping))
        }
        Some((at, Kind::Mapping)) if at == column && kind == Kind::Sequence => {
            open.push((column, kind));
            awaits
        }
        Some((at, _)) if at == column => true,
        _ => {
            open.push((column, kind));
            ended.is_empty() && (awaits || levels.is_empty())
        }
    };
    Step { open, ended, fits }
}

/// Whose fault it is that a line does not fit.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Blame {
    /// The line before, a text in the same column: it lacks its key or its dash.
    TextBefore,
    /// The line before: it ended the group that goes on here. These levels are open again, from the
    /// outermost.
    EndedBefore(Vec<Level>),
    /// The line before: it is alone in its column.
    AloneBefore,
    /// The line itself.
    Itself,
}

/// Chooses whom to blame for a line of this level that does not fit; `is_told` says whether the same
/// was told of a line above it.
pub(super) fn blame(before: &Placed, step: &Step, level: Level, is_told: bool) -> Blame {
    let (column, kind) = level;
    if before.text == Some(column) {
        return Blame::TextBefore;
    }
    let ended = before.ended.iter().position(|ended| *ended == level);
    if let Some(position) = ended.filter(|_| !is_told) {
        let again = before.ended[position..].iter().rev();
        return Blame::EndedBefore(again.copied().collect());
    }
    match step.ended.as_slice() {
        [(_, ended)] if before.is_first && *ended == kind => Blame::AloneBefore,
        _ => Blame::Itself,
    }
}

#[cfg(test)]
mod tests {
    use super::Blame;
    use super::Kind::Mapping;
    use super::Kind::Sequence;
    use super::Placed;
    use super::blame;
    use super::find_level;

    #[test]
    fn a_line_stands_in_the_level_of_its_column() {
        let levels = [(0, Mapping), (2, Mapping)];
        let step = find_level(&levels, false, (0, Mapping));
        assert!(step.fits && step.ended == [(2, Mapping)]);
        let step = find_level(&levels, true, (2, Sequence));
        assert!(step.fits && step.open.last() == Some(&(2, Sequence)));
        assert!(!find_level(&levels, false, (2, Sequence)).fits);
        assert!(!find_level(&levels, false, (4, Mapping)).fits);
        assert!(!find_level(&levels, false, (1, Mapping)).fits);
    }

    #[test]
    fn the_line_before_is_to_blame_where_it_left_the_group() {
        // At 0, a line that should have been at 2; now one at 2.
        let before = Placed {
            ended: vec![(2, Mapping)],
            ..Placed::default()
        };
        let step = find_level(&[(0, Mapping)], false, (2, Mapping));
        let ended = Blame::EndedBefore(vec![(2, Mapping)]);
        assert_eq!(blame(&before, &step, (2, Mapping), false), ended);
        assert_eq!(blame(&before, &step, (2, Mapping), true), Blame::Itself);
        // At 3, the first line below a key; now one at 2.
        let before = Placed {
            is_first: true,
            ..Placed::default()
        };
        let step = find_level(&[(0, Mapping), (3, Mapping)], false, (2, Mapping));
        let alone = blame(&before, &step, (2, Mapping), false);
        assert_eq!(alone, Blame::AloneBefore);
    }
}
