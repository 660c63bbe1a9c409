//! When something is done, in the words of a plan.

use super::Labels;
use super::fill;
use crate::model::Timing;
use crate::model::Wording;
use crate::model::vietnamese;

/// "01/02/2027 - 30/06/2027", "Thường xuyên, từ 01/03/2027", "Quý II/2027" or days with words behind them.
pub(super) fn text(time: &Timing, labels: &Labels) -> String {
    let days = vietnamese::period(time.period);
    match &time.wording {
        Wording::Days => days,
        Wording::Permanent => {
            let start = time.period.start.to_string();
            fill(&labels.gia_tri.thuong_xuyen, &[("ngay", &start)])
        }
        Wording::Words(words) => words.clone(),
        Wording::DaysAndWords(words) => with_words(&days, words, labels),
    }
}

fn with_words(days: &str, words: &str, labels: &Labels) -> String {
    let gaps = [("khoang", days), ("thoi_luong", words)];
    fill(&labels.cau.lien_tuc, &gaps)
}
