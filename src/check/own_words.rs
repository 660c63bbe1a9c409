//! The commune's own words: no part empty, figures that agree.

use std::ops::Range;

use super::Finding;
use super::Subject;
use crate::model::AsWritten;
use crate::model::CostLine;
use crate::model::Decimal;
use crate::model::RichText;
use crate::model::WrittenValue;
use crate::model::fold;
use crate::model::keys;
use crate::model::vietnamese::count;
use crate::model::vietnamese::decimal;
use crate::read::Piece;
use crate::source::Origin;

/// Every text of the profile with the value that holds it.
pub(super) fn scalars(value: &AsWritten) -> Vec<(&str, &AsWritten)> {
    let mut found = Vec::new();
    collect(value, &mut found);
    found
}

fn collect<'a>(value: &'a AsWritten, found: &mut Vec<(&'a str, &'a AsWritten)>) {
    match &value.content {
        WrittenValue::Text(text) => found.push((text, value)),
        WrittenValue::Items(items) => items.iter().for_each(|item| collect(item, found)),
        WrittenValue::Keys(entries) => {
            entries
                .iter()
                .for_each(|entry| collect(&entry.value, found));
        }
        WrittenValue::Nothing => {}
    }
}

/// The texts of the list below a key of the profile.
pub(super) fn items(value: &AsWritten, key: &str) -> Vec<(String, Origin)> {
    let found = value.get(key).map(scalars).unwrap_or_default();
    found
        .into_iter()
        .map(|(text, value)| (text.to_owned(), value.origin()))
        .collect()
}

/// The last words of a text, folded and with a blank between them; nothing more of it is read.
pub(super) fn last_words(text: &str, most: usize) -> String {
    let mut words: Vec<&str> = text.split_whitespace().rev().take(most).collect();
    words.reverse();
    fold(&words.join(" "))
}

/// A text of the commune, where a word of it can be marked.
pub(super) struct Said<'a> {
    pub(super) text: &'a str,
    place: Place<'a>,
}

enum Place<'a> {
    Profile(&'a AsWritten),
    Line(&'a CostLine),
}

impl Said<'_> {
    /// Where a stretch of the text stands; of an estimate, the cell.
    pub(super) fn at(&self, stretch: Range<usize>) -> Origin {
        match self.place {
            Place::Profile(value) => value.origin_of(stretch),
            Place::Line(line) => line.at.description(),
        }
    }
}

/// The texts of these values of the profile.
pub(super) fn said_in<'a>(
    values: impl Iterator<Item = &'a AsWritten>,
) -> impl Iterator<Item = Said<'a>> {
    values.flat_map(scalars).map(|(text, value)| {
        let place = Place::Profile(value);
        Said { text, place }
    })
}

/// The texts of these values of the profile, and what the lines of the estimate are for.
pub(super) fn said<'a>(
    values: impl Iterator<Item = &'a AsWritten>,
    subject: &Subject<'a>,
) -> impl Iterator<Item = Said<'a>> {
    let lines = subject.estimate.lines.iter().map(|line| {
        let place = Place::Line(line);
        let text = line.description.as_str();
        Said { text, place }
    });
    said_in(values).chain(lines)
}

/// Where the number of a draft stands, which is no gap where it is open.
pub(super) fn open_number(subject: &Subject<'_>) -> Option<Origin> {
    let plan = subject.written.get(keys::PLAN)?;
    let of_decision = plan.get(keys::DECISION).and_then(|it| it.get(keys::NUMBER));
    let number = of_decision.or_else(|| plan.get(keys::NUMBER))?;
    subject.profile.issue.is_draft.then(|| number.origin())
}

/// No part of the plan that only the commune can fill is empty (Khung kế hoạch, Phần I).
pub(super) fn empty_part(subject: &Subject<'_>) -> Vec<Finding> {
    let profile = subject.profile;
    let survey = &profile.survey;
    let estimate = subject.estimate;
    let lacks_lines = estimate.lines.is_empty() && estimate.unread.is_empty();
    // A sample shows the form, and need not tell of a commune.
    let lacks = |text: &RichText| text.is_empty() && !profile.illustrative;
    let tasks = subject.written.get(keys::TASKS);
    let lacks_tasks = profile.tasks.is_empty() || tasks.is_none_or(AsWritten::is_empty);
    let situation = [keys::SITUATION].as_slice();
    let wanted: [(bool, Piece, &[&str], &str, &str); 9] = [
        (
            lacks(&survey.overview),
            Piece::Situation,
            &[keys::SITUATION, keys::OVERVIEW],
            "phần tổng quan (`tong_quan`)",
            "viết vài câu về địa phương vào `tong_quan` trong `hien_trang`",
        ),
        (
            survey.groups.is_empty(),
            Piece::Situation,
            situation,
            "kết quả khảo sát (`khao_sat`)",
            "ghi số liệu khảo sát vào `khao_sat` trong `hien_trang`",
        ),
        (
            lacks(&survey.strengths),
            Piece::Situation,
            &[keys::SITUATION, keys::STRENGTHS],
            "phần thuận lợi (`thuan_loi`)",
            "nêu những điều kiện thuận lợi vào `thuan_loi` trong `hien_trang`",
        ),
        (
            lacks(&survey.weaknesses),
            Piece::Situation,
            &[keys::SITUATION, keys::WEAKNESSES],
            "phần khó khăn, hạn chế (`kho_khan`)",
            "nêu những khó khăn, hạn chế vào `kho_khan` trong `hien_trang`",
        ),
        (
            // Those of a plan that a decision issues are the decision's.
            profile.recipients.is_empty() && !profile.issue.by_decision,
            Piece::Recipients,
            &[keys::RECIPIENTS],
            "nơi nhận (`noi_nhan`)",
            "liệt kê nơi nhận, dòng cuối là \"Lưu: VT\" và tên viết tắt của đơn vị soạn thảo",
        ),
        (
            subject.draft.targets.list.is_empty(),
            Piece::Targets,
            &[keys::TARGETS],
            "chỉ tiêu (`muc_tieu`)",
            "chọn chỉ tiêu bằng lệnh `xaso list objectives`, ghi mã, hiện trạng và giá trị từng năm",
        ),
        (
            profile.components.is_empty(),
            Piece::Components,
            &[keys::COMPONENTS],
            "thành phần (`thanh_phan`)",
            "chọn thành phần bằng lệnh `xaso list components`, mỗi mã một dòng",
        ),
        (
            lacks_tasks,
            Piece::Tasks,
            &[keys::TASKS],
            "nhiệm vụ (`nhiem_vu`)",
            "chọn nhiệm vụ bằng lệnh `xaso list tasks`, ghi mã, `bat_dau` và `ket_thuc` của từng nhiệm vụ",
        ),
        (
            lacks_lines,
            Piece::Estimate,
            &[keys::PLAN],
            "khoản chi nào trong dự toán",
            "điền khoản chi vào tệp dự toán của xã trong thư mục `budgets`",
        ),
    ];
    wanted
        .into_iter()
        .filter(|(is_empty, piece, ..)| *is_empty && subject.is_sound(*piece))
        .map(|(_, _, path, what, hint)| {
            let at = subject.nearest_key(path);
            Finding::new(&at, format!("kế hoạch chưa có {what}"), hint)
        })
        .collect()
}

/// Between these many people live on a km² of a commune: fewer in the forests of the border, more in the densest
/// wards of the largest cities.
const FEWEST_PEOPLE: i64 = 10;
const MOST_PEOPLE: i64 = 100_000;

/// Whether an area, in km², is likely given in another unit, or the people in thousands.
fn is_unlikely_density(people: u32, area: Decimal) -> bool {
    let people = Decimal::whole(people.into());
    let is_beyond = |most: i64| area.times(most).is_some_and(|most| people > most);
    let is_known = people > Decimal::whole(0) && area > Decimal::whole(0);
    is_known && (!is_beyond(FEWEST_PEOPLE) || is_beyond(MOST_PEOPLE))
}

/// The commune's figures can be true together.
pub(super) fn figures_disagree(subject: &Subject<'_>) -> Vec<Finding> {
    let commune = &subject.profile.commune;
    let (people, households) = (commune.population, commune.households);
    let (units, officials) = (commune.units, commune.officials);
    // A sample may be a form still to be filled in.
    let is_plan = !subject.profile.illustrative;
    let lacks_people = people == 0 && (is_plan || households > 0 || officials > 0);
    let lacks_households = households == 0 && (is_plan || units > 0);
    // By a number that is wrong of itself no other is judged.
    let wrong = [
        (
            lacks_people,
            keys::POPULATION,
            "dân số bằng 0".to_owned(),
            "ghi dân số, lớn hơn 0".to_owned(),
        ),
        (
            lacks_households,
            keys::HOUSEHOLDS,
            "số hộ bằng 0".to_owned(),
            "ghi số hộ, lớn hơn 0".to_owned(),
        ),
        (
            is_plan && units == 0,
            keys::UNITS,
            "số thôn, tổ dân phố bằng 0".to_owned(),
            "ghi số thôn, tổ dân phố, lớn hơn 0".to_owned(),
        ),
        (
            is_plan && officials == 0,
            keys::OFFICIALS,
            "số cán bộ, công chức bằng 0".to_owned(),
            "ghi số cán bộ, công chức, lớn hơn 0".to_owned(),
        ),
        (
            is_plan && commune.area <= Decimal::whole(0),
            keys::AREA,
            "diện tích không lớn hơn 0".to_owned(),
            "ghi diện tích theo km², lớn hơn 0".to_owned(),
        ),
        (
            is_unlikely_density(people, commune.area),
            keys::AREA,
            format!(
                "mật độ dân số khác thường: {} người trên {} km²",
                count(people),
                decimal(commune.area)
            ),
            "ghi `dien_tich` bằng km² (100 ha hay 1.000.000 m² là 1 km²) và đủ chữ số của `dan_so`"
                .to_owned(),
        ),
        (
            people > 0 && households > people,
            keys::HOUSEHOLDS,
            format!(
                "số hộ ({}) lớn hơn dân số ({})",
                count(households),
                count(people)
            ),
            "xem lại `so_ho` và `dan_so`".to_owned(),
        ),
        (
            households > 0 && units > households,
            keys::UNITS,
            format!(
                "số thôn, tổ dân phố ({}) lớn hơn số hộ ({})",
                count(units),
                count(households)
            ),
            "xem lại `so_thon` và `so_ho`".to_owned(),
        ),
        (
            people > 0 && officials > people,
            keys::OFFICIALS,
            format!(
                "số cán bộ, công chức ({}) lớn hơn dân số ({})",
                count(officials),
                count(people)
            ),
            "xem lại `so_can_bo` và `dan_so`".to_owned(),
        ),
    ];
    wrong
        .into_iter()
        .filter(|(is_wrong, ..)| *is_wrong)
        .map(|(_, key, message, hint)| {
            let at = subject.value(&[keys::COMMUNE, key]);
            Finding::new(&at, message, hint)
        })
        .collect()
}
