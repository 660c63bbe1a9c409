//! The lines of an estimate beside each other.

use super::Finding;
use super::Subject;
use crate::model::CostKind;
use crate::model::CostLine;
use crate::model::Dong;
use crate::model::FundingSource;
use crate::model::vietnamese;

/// A line stands in the row of its component, unless the commune knows better.
pub(super) fn row_unlike_component(subject: &Subject<'_>) -> Vec<Finding> {
    let lines = subject.estimate.lines.iter();
    lines
        .filter_map(|line| {
            let component = subject.catalogue.component(line.component.as_ref()?)?;
            let (own, usual) = (&line.row, &component.budget_row);
            // A row that the commune added is meant.
            let is_added = subject.profile.own_rows.iter().any(|row| row.id == *own);
            let other_pillar = own.pillar() != usual.pillar();
            (other_pillar && !is_added).then(|| {
                Finding::new(
                    &line.at.row(),
                    format!(
                        "{} ghi vào dòng {own}, thường thuộc dòng {usual}",
                        component.code
                    ),
                    "kiểm tra cột Dòng và cột Mã thành phần",
                )
            })
        })
        .collect()
}

/// What is socialised is not paid from the budget.
pub(super) fn socialised_from_budget(subject: &Subject<'_>) -> Vec<Finding> {
    let lines = subject.estimate.lines.iter();
    let is_wrong = |line: &&CostLine| {
        line.kind == CostKind::Socialised
            && !matches!(
                line.source,
                FundingSource::SelfPaid | FundingSource::Private
            )
    };
    lines
        .filter(is_wrong)
        .map(|line| {
            Finding::new(
                &line.at.source(),
                format!("“{}” là xã hội hóa nhưng nguồn là ngân sách", line.description),
                "nguồn của khoản xã hội hóa là Xã hội hóa hoặc Tự thanh toán; nếu ngân sách chi thì đổi loại chi phí",
            )
        })
        .collect()
}

/// What others pay of the first cost stands in the column of Phụ lục II for it.
pub(super) fn private_not_socialised(subject: &Subject<'_>) -> Vec<Finding> {
    let lines = subject.estimate.lines.iter();
    let is_wrong = |line: &&CostLine| {
        let is_socialised = line.kind == CostKind::Socialised;
        line.source == FundingSource::Private && line.kind.is_initial() && !is_socialised
    };
    lines
        .filter(is_wrong)
        .map(|line| {
            Finding::new(
                &line.at.kind(),
                format!(
                    "“{}” có nguồn là xã hội hóa nhưng loại chi phí là khoản ngân sách đầu tư hoặc thuê",
                    line.description
                ),
                "ghi loại chi phí Xã hội hóa để khoản này vào đúng cột của Phụ lục II, hoặc sửa nguồn",
            )
        })
        .collect()
}

/// A line spends something.
pub(super) fn line_without_amount(subject: &Subject<'_>) -> Vec<Finding> {
    let lines = subject.estimate.lines.iter();
    lines
        .filter(|line| line.amount.is_zero())
        .map(|line| {
            Finding::new(
                &line.at.amount(),
                format!("khoản “{}” có thành tiền bằng 0", line.description),
                "ghi số lượng, đơn giá, hoặc xóa dòng này",
            )
        })
        .collect()
}

/// A line that was begun has figures, or nobody would miss what it was to cost.
pub(super) fn line_unfilled(subject: &Subject<'_>) -> Vec<Finding> {
    let unfilled = subject.estimate.unfilled.iter();
    unfilled
        .map(|at| {
            Finding::new(
                at,
                "dòng này chưa có số lượng và đơn giá, không được tính vào dự toán",
                "điền số lượng, đơn giá, hoặc xóa cả dòng",
            )
        })
        .collect()
}

/// A price is within the province's list.
pub(super) fn price_outside_list(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    // That a price is 0 is the finding of another rule.
    let index = subject.index;
    let words = index.descriptions.iter().zip(&index.units);
    let lines = subject.estimate.lines.iter().zip(words);
    for (line, (description, unit)) in lines.filter(|(line, _)| line.unit_price != Dong::ZERO) {
        let Some(item) = subject.prices.find(description, &index.unit_names[*unit]) else {
            continue;
        };
        let (what, limit) = if line.unit_price > item.highest {
            ("cao hơn mức cao nhất", item.highest)
        } else {
            match item.lowest.filter(|lowest| line.unit_price < *lowest) {
                Some(lowest) => ("thấp hơn mức thấp nhất", lowest),
                None => continue,
            }
        };
        found.push(Finding::new(
            &line.at.unit_price(),
            format!(
                "“{}” có đơn giá {} đồng, {what} {} đồng của “{}” trong bảng giá",
                line.description,
                vietnamese::amount(line.unit_price),
                vietnamese::amount(limit),
                item.name
            ),
            "sửa đơn giá, hoặc ghi căn cứ (báo giá, quyết định) vào cột Ghi chú và đặt lại mức của quy tắc này",
        ));
    }
    found
}
