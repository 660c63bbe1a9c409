//! Where the errors of a run are: asked for thousands of places, it must not go through all the findings
//! for each.

use std::collections::BTreeMap;

use crate::source::FileId;
use crate::source::Origin;

/// The places of the errors of each file.
#[derive(Debug, Default)]
pub struct ErrorPlaces {
    files: BTreeMap<FileId, OfFile>,
}

/// The places of the errors of a file.
#[derive(Debug, Default)]
struct OfFile {
    /// The stretches of a text, by their beginnings.
    stretches: Vec<(usize, usize)>,
    /// Whether there is an error that is no stretch of a text: it belongs to all of the file.
    is_whole: bool,
}

impl ErrorPlaces {
    /// Those of findings at these places.
    pub(super) fn of<'a>(places: impl Iterator<Item = &'a Origin>) -> Self {
        let mut files: BTreeMap<FileId, OfFile> = BTreeMap::new();
        for place in places {
            let file = files.entry(place.file()).or_default();
            match place {
                Origin::Text { range, .. } => file.stretches.push((range.start, range.end)),
                Origin::Cell { .. } | Origin::File(_) => file.is_whole = true,
            }
        }
        for file in files.values_mut() {
            file.stretches.sort_unstable();
            file.stretches.dedup();
        }
        Self { files }
    }

    /// Whether there is an error in a stretch of a text, or anywhere in the file of another place.
    pub fn are_in(&self, place: &Origin) -> bool {
        let Some(file) = self.files.get(&place.file()) else {
            return false;
        };
        let Origin::Text { range, .. } = place else {
            return true;
        };
        let first = file
            .stretches
            .partition_point(|(start, _)| *start < range.start);
        let mut inside = file.stretches[first..]
            .iter()
            .take_while(|(start, _)| *start <= range.end);
        file.is_whole || inside.any(|(_, end)| *end <= range.end)
    }
}

#[cfg(test)]
mod tests {
    use super::ErrorPlaces;
    use crate::source::Origin;
    use crate::source::Sources;

    #[test]
    fn errors_are_found_within_stretches_as_places_say() {
        let mut sources = Sources::default();
        let [file, other] = ["a", "b"].map(|path| sources.add_text(path, String::new()));
        let text = |file, range| Origin::Text { file, range };
        let errors = [text(file, 3..9), text(file, 4..6), text(file, 20..20)];
        let places = ErrorPlaces::of(errors.iter());
        for start in 0..24 {
            for end in start..24 {
                for file in [file, other] {
                    let place = text(file, start..end);
                    let wanted = errors.iter().any(|error| error.is_within(&place));
                    assert_eq!(places.are_in(&place), wanted, "{place:?}");
                }
            }
        }
        assert!(places.are_in(&Origin::File(file)) && !places.are_in(&Origin::File(other)));
        let whole = ErrorPlaces::of([Origin::File(file)].iter());
        assert!(whole.are_in(&text(file, 0..1)));
    }
}
