//! The head and the end of a paper: who issues it, its number and day or the blanks for them, who signs
//! (Nghị định 30/2020/NĐ-CP, Phụ lục I).

use serde::Serialize;

use super::Labels;
use super::fill;
use crate::model::Date;
use crate::model::Issuer;
use crate::model::OPEN_NUMBER;
use crate::model::OpenDay;
use crate::model::plan::Plan;
use crate::model::vietnamese;

/// The head of the first page.
#[derive(Debug, Serialize)]
pub(crate) struct LetterheadView {
    /// Quốc hiệu.
    pub country: String,
    /// Tiêu ngữ.
    pub motto: String,
    /// The body above the issuing one, where the paper names one.
    pub superior: String,
    /// The issuing body, line by line.
    pub issuer: Vec<String>,
    /// "Số: 12/KH-UBND"; nothing where a decision issues the plan.
    pub number: String,
    /// "Minh Sơn, ngày 15 tháng 01 năm 2027"; likewise.
    pub place_and_date: String,
    /// "DỰ THẢO", or nothing.
    pub draft: String,
    /// "KẾ HOẠCH".
    pub kind: String,
    /// "(Ban hành kèm theo Quyết định số …)", or nothing.
    pub issued_by: String,
}

/// Who signs.
#[derive(Debug, Serialize)]
pub(crate) struct SignatureView {
    /// "TM. ỦY BAN NHÂN DÂN".
    pub authority: String,
    /// "CHỦ TỊCH"; of a deputy in two lines.
    pub office: String,
    /// Full name, or what stands in its place.
    pub name: String,
    /// "Nơi nhận:".
    pub recipients_label: String,
}

/// The head of a plan.
pub(super) fn letterhead(plan: &Plan, labels: &Labels) -> LetterheadView {
    let document = &labels.van_ban;
    let committee = [
        document.co_quan.clone(),
        plan.commune.full_name().to_uppercase(),
    ];
    let (superior, issuer) = match plan.issue.issuer {
        Issuer::Committee => (String::new(), committee.to_vec()),
        Issuer::Steering => {
            let own = plan.issuer.strip_suffix(&plan.commune.full_name());
            let own = own.unwrap_or(&plan.issuer).trim_end().to_uppercase();
            (committee.join(" "), vec![own])
        }
    };
    let (number, place_and_date, issued_by) = match plan.issue.by_decision {
        true => (
            String::new(),
            String::new(),
            referring(&document.ban_hanh_kem_theo, plan),
        ),
        false => (
            fill(&document.so, &[("so", &number(plan))]),
            format!("{}, {}", plan.place, day(plan)),
            String::new(),
        ),
    };
    LetterheadView {
        country: document.quoc_hieu.clone(),
        motto: document.tieu_ngu.clone(),
        superior,
        issuer,
        number,
        place_and_date,
        draft: draft(plan, labels),
        kind: document.ten_loai.clone(),
        issued_by,
    }
}

/// Who signs, unless a decision issues the plan.
pub(super) fn signature(plan: &Plan, labels: &Labels) -> Option<SignatureView> {
    let document = &labels.van_ban;
    let signatory = plan.signatory.as_ref()?;
    let name = signatory.name.clone();
    Some(SignatureView {
        authority: signatory.authority.to_uppercase(),
        office: signatory.office.to_uppercase(),
        name: name.unwrap_or_else(|| document.ho_ten_trong.clone()),
        recipients_label: document.noi_nhan.clone(),
    })
}

/// "DỰ THẢO", or nothing.
pub(super) fn draft(plan: &Plan, labels: &Labels) -> String {
    match plan.issue.is_draft {
        true => labels.van_ban.du_thao.clone(),
        false => String::new(),
    }
}

/// "(Kèm theo Kế hoạch số 12/KH-UBND ngày … của Ủy ban nhân dân …)".
pub(super) fn attached_to(plan: &Plan, labels: &Labels) -> String {
    let document = &labels.van_ban;
    let sentence = match plan.issue.by_decision {
        true => &document.kem_theo_quyet_dinh,
        false => &document.kem_theo,
    };
    referring(sentence, plan)
}

/// "(Đối chiếu với Kế hoạch số 12/KH-UBND ngày … của Ủy ban nhân dân …)": what is no part of the plan.
pub(super) fn held_against(plan: &Plan, labels: &Labels) -> String {
    let document = &labels.van_ban;
    let sentence = match plan.issue.by_decision {
        true => &document.doi_chieu_quyet_dinh,
        false => &document.doi_chieu_voi,
    };
    referring(sentence, plan)
}

/// A sentence with the number and the day of the paper and the name of whoever issues it.
fn referring(sentence: &str, plan: &Plan) -> String {
    fill(
        sentence,
        &[
            ("so", &number(plan)),
            ("ngay", &day(plan)),
            ("co_quan", &plan.issuer),
        ],
    )
}

/// A number below 10 takes a leading zero: `5/KH-UBND` → `05/KH-UBND`.
fn number(plan: &Plan) -> String {
    let number = &plan.number;
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 1 {
        format!("0{number}")
    } else {
        number.clone()
    }
}

/// "ngày 15 tháng 01 năm 2027", with blanks where it is open.
fn day(plan: &Plan) -> String {
    let written = vietnamese::long_date(plan.date);
    let blank = OPEN_NUMBER;
    match plan.issue.open_day {
        OpenDay::Nothing => written,
        OpenDay::Day => {
            let month = written.split_once(" tháng ").map_or("", |(_, rest)| rest);
            format!("ngày{blank}tháng {month}")
        }
        OpenDay::Month => format!("ngày{blank}tháng{blank}năm {}", Date::year(plan.date)),
    }
}
