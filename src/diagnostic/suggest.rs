//! "Có phải bạn muốn viết …?": the nearest of the known words to one that is not known.

use crate::model::fold;

/// The word of `known` nearest to `written`, if it is near enough to be what was meant.
///
/// Marks and case do not count (`hạ tầng` is near `ha_tang`); up to a third of the letters may
/// differ, two at least.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = fold(written).replace([' ', '-'], "_");
    let limit = (wanted.chars().count() / 3).max(2);
    known
        .into_iter()
        .map(|word| {
            (
                strsim::damerau_levenshtein(&wanted, &fold(word).replace([' ', '-'], "_")),
                word,
            )
        })
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, word)| (*distance, word.len(), *word))
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_words_are_suggested_and_far_ones_are_not() {
        let known = ["thanh_phan", "muc_tieu", "HTS7", "ƯDCQS7"];
        assert_eq!(nearest("thanhphan", known), Some("thanh_phan"));
        assert_eq!(nearest("mục tiêu", known), Some("muc_tieu"));
        assert_eq!(nearest("UDCQS77", known), Some("ƯDCQS7"));
        assert_eq!(nearest("ngan_sach", known), None);
    }
}
