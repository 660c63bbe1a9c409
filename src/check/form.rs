//! A profile that is still a form: what of it has to be filled in, part by part.

use super::Finding;
use super::Subject;
use super::gaps;
use super::own_words::open_number;
use super::own_words::scalars;
use crate::model::AsWritten;
use crate::model::Decimal;
use crate::model::WrittenKey;
use crate::model::keys;
use crate::source::Origin;

/// The numbers of a commune, none of which is 0.
const FIGURES: [&str; 5] = [
    keys::POPULATION,
    keys::HOUSEHOLDS,
    keys::AREA,
    keys::UNITS,
    keys::OFFICIALS,
];

/// So many numbers of lines and stretches of them are listed, not more.
const MOST_LINES: usize = 12;

/// While a profile is marked as a sample, nothing else tells what is left to be filled in; each part of it
/// that has something is told of with its lines.
pub(super) fn to_fill(subject: &Subject<'_>) -> Vec<Finding> {
    if !subject.profile.illustrative {
        return Vec::new();
    }
    let entries = subject.written.entries().iter();
    entries
        .filter(|entry| entry.key != keys::RULES)
        .filter_map(|entry| {
            let open = open_number(subject);
            let mut gaps = gaps(entry, open.as_ref());
            gaps.sort_by_key(start);
            gaps.dedup_by_key(|gap| start(gap));
            let first = gaps.first()?;
            let lines = subject.lines(&entry.value, gaps.iter().map(start));
            let message = format!(
                "`{}` còn {} chỗ phải điền: dòng {}",
                entry.key,
                gaps.len(),
                listed(&lines)
            );
            let hint = "thay … và số 0 bằng số liệu của xã; điền xong cả hồ sơ thì xóa dòng `minh_hoa: true`";
            Some(Finding::new(first, message, hint))
        })
        .collect()
}

/// Where a place in the profile begins.
fn start(place: &Origin) -> usize {
    match place {
        Origin::Text { range, .. } => range.start,
        Origin::Cell { .. } | Origin::File(_) => 0,
    }
}

/// Where something is left to be filled in of a part of the profile; an `open` number is none.
fn gaps(part: &WrittenKey, open: Option<&Origin>) -> Vec<Origin> {
    let texts = scalars(&part.value).into_iter();
    let texts = texts.filter(|(_, value)| Some(&value.origin()) != open);
    let of_texts = texts.flat_map(|(text, value)| {
        let gaps = gaps::gaps(text).into_iter();
        gaps.map(|gap| match gap.len() == text.trim().len() {
            true => value.origin(),
            false => value.origin_of(gap),
        })
    });
    let figures = unfilled_figures(part).into_iter().map(AsWritten::origin);
    of_texts.chain(figures).collect()
}

/// The figures of a part of the profile that are 0 as in the form.
fn unfilled_figures(part: &WrittenKey) -> Vec<&AsWritten> {
    let mut found = Vec::new();
    match part.key.as_str() {
        keys::COMMUNE => {
            let figures = FIGURES.iter().filter_map(|key| part.value.get(key));
            found.extend(figures.filter(|value| is_zero(value)));
        }
        keys::SITUATION => {
            let groups = part.value.get(keys::SURVEY).map(AsWritten::items);
            let groups = groups.unwrap_or_default().iter();
            let rows = groups.filter_map(|group| group.get(keys::INDICATORS));
            // A 0 that is explained is a figure.
            let rows = rows
                .flat_map(AsWritten::items)
                .filter(|row| row.get(keys::NOTE).is_none());
            let values = rows.filter_map(|row| row.get(keys::VALUE));
            found.extend(values.filter(|value| is_zero(value)));
        }
        keys::TARGETS => {
            let targets = part.value.items();
            let baselines = targets.iter().filter_map(|it| it.get(keys::SITUATION));
            let zeros: Vec<&AsWritten> = baselines.filter(|value| is_zero(value)).collect();
            // One or another may stand at 0 today; hardly most of them.
            if zeros.len() * 2 > targets.len() {
                found.extend(zeros);
            }
        }
        _ => {}
    }
    found
}

fn is_zero(value: &AsWritten) -> bool {
    value.text().and_then(Decimal::parse) == Some(Decimal::whole(0))
}

/// "15, 17-20, 22": ascending numbers, each stretch of them as one.
fn listed(lines: &[usize]) -> String {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    for line in lines {
        match stretches.last_mut() {
            Some((_, last)) if *line <= *last + 1 => *last = *line,
            _ => stretches.push((*line, *line)),
        }
    }
    let shown = stretches.iter().take(MOST_LINES);
    let shown = shown.map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    });
    let shown: Vec<String> = shown.collect();
    let more = if stretches.len() > MOST_LINES {
        ", …"
    } else {
        ""
    };
    format!("{}{more}", shown.join(", "))
}

impl Subject<'_> {
    /// The numbers, from 1, of the lines in which bytes of the profile stand, in ascending order; `value` is
    /// a value of it.
    fn lines(&self, value: &AsWritten, places: impl Iterator<Item = usize>) -> Vec<usize> {
        let text = self.sources.text(value.file);
        let (mut at, mut line) = (0, 1);
        let mut lines = Vec::new();
        for place in places {
            let place = text.floor_char_boundary(place.clamp(at, text.len()));
            line += text[at..place].matches('\n').count();
            at = place;
            lines.push(line);
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn lines_that_follow_each_other_are_one_stretch() {
        assert_eq!(listed(&[15, 17, 18, 18, 20]), "15, 17-18, 20");
        let many: Vec<usize> = (0..40).map(|n| n * 3).collect();
        assert!(listed(&many).ends_with(", 33, …"));
    }
}
