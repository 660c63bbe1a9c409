//! When something is done, in the words of a plan.

use super::Labels;
use super::fill;
use crate::model::Timing;
use crate::model::Wording;
use crate::model::vietnamese;

/// "01/02/2027 - 30/06/2027", "Thường xuyên", "Quý II/2027" or days with words behind them.
pub(super) fn text(time: &Timing, labels: &Labels) -> String {
    let days = vietnamese::period(time.period);
    match &time.wording {
        Wording::Days => days,
        Wording::Permanent => labels.gia_tri.thuong_xuyen.clone(),
        Wording::Words(words) => words.clone(),
        Wording::DaysAndWords(words) => with_words(&days, words, labels),
    }
}

/// The same for two columns: when it begins, and when it ends.
pub(super) fn start_and_end(time: &Timing, labels: &Labels) -> [String; 2] {
    let (start, end) = (time.period.start.to_string(), time.period.end.to_string());
    match &time.wording {
        Wording::Days => [start, end],
        Wording::Permanent => [start, labels.gia_tri.thuong_xuyen.clone()],
        Wording::Words(words) => [String::new(), words.clone()],
        Wording::DaysAndWords(words) => [start, with_words(&end, words, labels)],
    }
}

fn with_words(days: &str, words: &str, labels: &Labels) -> String {
    let gaps = [("khoang", days), ("thoi_luong", words)];
    fill(&labels.cau.lien_tuc, &gaps)
}
