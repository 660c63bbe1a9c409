//! What the sections of a plan hold, for whoever words one.

use crate::model::SectionId;

/// What a section of the plan holds.
pub(super) fn meaning(id: SectionId) -> &'static str {
    match id {
        SectionId::Subject => "Trích yếu: tên của kế hoạch, dưới chữ KẾ HOẠCH.",
        SectionId::Basis => "Đoạn mở đầu, trước danh sách căn cứ.",
        SectionId::Features => "Đặc điểm tình hình chung của địa phương.",
        SectionId::GeneralObjective => "Mục tiêu tổng quát.",
        SectionId::SpecificObjectives => "Lời dẫn của mục tiêu cụ thể.",
        SectionId::Principles => "Nguyên tắc thực hiện.",
        SectionId::GovernmentPillar => "Lời dẫn của nội dung về chính quyền số.",
        SectionId::EconomyPillar => "Lời dẫn của nội dung về kinh tế số.",
        SectionId::SocietyPillar => "Lời dẫn của nội dung về xã hội số.",
        SectionId::Operation => "Vận hành, quản trị.",
        SectionId::Resources => "Nguồn lực, nhân lực.",
        SectionId::Roadmap => "Lời dẫn của lộ trình.",
        SectionId::FirstPhase => "Giai đoạn 1 của lộ trình.",
        SectionId::SecondPhase => "Giai đoạn 2 của lộ trình.",
        SectionId::ThirdPhase => "Giai đoạn 3 của lộ trình.",
        SectionId::FundingSources => "Nguồn kinh phí.",
        SectionId::FundingPrinciples => "Nguyên tắc bố trí, sử dụng kinh phí.",
        SectionId::FundingSummary => "Lời dẫn của tổng hợp kinh phí.",
        SectionId::GovernmentEffects => "Hiệu quả về chính quyền số.",
        SectionId::EconomyEffects => "Hiệu quả về kinh tế số.",
        SectionId::SocietyEffects => "Hiệu quả về xã hội số.",
        SectionId::Organisation => "Tổ chức thực hiện.",
        SectionId::Reporting => "Chế độ báo cáo.",
        SectionId::Closing => "Đoạn kết của kế hoạch.",
    }
}
