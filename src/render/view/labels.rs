//! The fixed Vietnamese words, from `templates/labels.yaml`, with types: a word that is missing or
//! one too many is found when the file is read, not when a page is drawn.

use serde::Deserialize;
use serde::Serialize;

macro_rules! labels {
    ($(#[doc = $doc:literal])* $name:ident { $($field:ident: $type:ty,)+ }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Deserialize, Serialize)]
        #[serde(deny_unknown_fields)]
        pub(crate) struct $name { $(pub $field: $type,)+ }
    };
}

labels! {
    /// All labels.
    Labels {
        van_ban: DocumentLabels,
        tru_cot: PillarLabels,
        lop: LayerLabels,
        nhom: GroupLabels,
        cap: SupplierLabels,
        nguon: SourceLabels,
        loai_chi_phi: CostKindLabels,
        don_vi_tien: UnitLabels,
        phan: [String; 8],
        phu_luc: [String; 6],
        muc: HeadingLabels,
        cau: SentenceLabels,
        hanh_dong: ActionLabels,
        tom_tat: SummaryLabels,
        cot: ColumnLabels,
        bieu_do: ChartLabels,
        thue_hay_mua: RentOrBuyLabels,
        gia_tri: ValueLabels,
        web: SiteLabels,
        chua_chon: GapLabels,
        doi_chieu: DemandLabels,
        ho_so_mau: ProfileLabels,
        du_toan_mau: WorkbookLabels,
        cam_nang: HandbookLabels,
    }
}

labels! {
    /// The official document's own words.
    DocumentLabels {
        muc_luc: String, so_trang: String, tu_viet_tat: String, quoc_hieu: String, tieu_ngu: String, co_quan: String, so: String, ten_loai: String,
        noi_nhan: String, ho_ten_trong: String, minh_hoa: String, du_thao: String, kem_theo: String, ban_hanh_kem_theo: String,
        doi_chieu_voi: String, doi_chieu_quyet_dinh: String, kem_theo_quyet_dinh: String,
        tieu_de_tep: String, huong_dan: String, tieu_de_huong_dan: String, tieu_de_phan_viec: String,
    }
}

labels! {
    /// The pillars.
    PillarLabels { chinh_quyen_so: String, kinh_te_so: String, xa_hoi_so: String, }
}

labels! {
    /// The layers.
    LayerLabels { lop_1: String, lop_2: String, lop_3: String, lop_4: String, }
}

labels! {
    /// The groups of components.
    GroupLabels {
        hts: String, anm: String, dl: String, ntl: String, udcqs: String, nvcqs: String,
        udkts: String, nvkts: String, udxhs: String, nvxhs: String, ktt: String, dlhq: String,
    }
}

labels! {
    /// The suppliers of components.
    SupplierLabels {
        trung_uong: String, tinh: String, xa_thiet_yeu: String, xa_bo_sung: String,
        rieng: String,
    }
}

labels! {
    /// The sources of money.
    SourceLabels {
        trung_uong: String, chuong_trinh: String, tinh: String, thanh_pho: String, huyen: String,
        xa: String, phuong: String, dac_khu: String, tu_thanh_toan: String, xa_hoi_hoa: String,
    }
}

labels! {
    /// The kinds of cost.
    CostKindLabels {
        dau_tu: String, xa_hoi_hoa: String, thue: String, bao_duong: String,
        thue_hang_nam: String,
    }
}

labels! {
    /// The units in which amounts are shown.
    UnitLabels { dong: String, nghin_dong: String, trieu_dong: String, }
}

labels! {
    /// Headings inside the parts.
    HeadingLabels {
        dac_diem: String, khao_sat: String, thuan_loi: String, kho_khan: String,
        muc_tieu_tong_quat: String, muc_tieu_cu_the: String, chi_tieu_theo_nam: String,
        nguyen_tac: String, nhiem_vu_rieng: String, van_hanh: String, nguon_luc: String, giai_doan: String,
        cac_giai_doan: String, nguon_kinh_phi: String,
        nguyen_tac_kinh_phi: String, tong_hop: String, theo_doi: String, ca_giai_doan: String,
        nam: String, chi_tiet: String, theo_tru_cot: String,
        theo_hang_muc: String, phan_viec: String,
    }
}

labels! {
    /// Sentences with gaps.
    SentenceLabels {
        bang_chu: String, tong_bang_chu: String, don_vi_tinh: String,
        lam_tron: String, o_chinh_xac: String, o_lam_tron: String, chi_sau_giai_doan: String,
        nhieu_giai_doan: String, qua_giai_doan: String, nhiem_vu_phu_luc: String, lien_tuc: String, chi_tiet_nhieu: String,
        tong_hop_theo: String, can_cu_kinh_phi: String, ly_do_thap_hon: String,
        dong_khong_chi: String, khao_sat_phu_luc: String, ma_phu_luc: String,
        bat_dau_trien_khai: String, tiep_tuc_trien_khai: String,
        da_bat_dau_truoc: String, hoan_thanh_trong: String, ten_va_ma: String, kinh_phi_nhiem_vu: String,
        can_cu: String, theo_huong_dan: String,
    }
}

labels! {
    /// What stands before the pieces of an action.
    ActionLabels {
        cach_lam: String, bao_dam: String, khong_lam: String, rieng: String, ket_qua: String,
        san_pham: String, trong_ke_hoach: String, chu_tri: String, phoi_hop: String, hinh_thuc: String,
        ly_do_mua: String, thoi_gian: String, kinh_phi: String,
    }
}

labels! {
    /// The words of the summary before the first part.
    SummaryLabels {
        ten: String, tong: String, theo_nam: String, nam: String, nguon: String, ngan_sach: String,
        nguon_muc: String, muc_tieu: String, tru_cot: String, noi_dung: String,
        noi_dung_muc: String, xin_y_kien: String, tham_dinh: String, lo_trinh: String, lo_trinh_muc: String,
        lo_trinh_bat_dau: String, lo_trinh_tiep_tuc: String,
    }
}

labels! {
    /// The heads of columns.
    ColumnLabels {
        stt: String, ma: String, noi_dung: String, chi_tieu: String, don_vi: String,
        hien_trang: String, ghi_chu: String, bat_dau: String, ket_thuc: String, ket_qua: String,
        chu_tri: String, phoi_hop: String, thoi_gian: String, tong: String, trong_do: String,
        tong_cong: String, tru_cot: String, nguon: String, dau_tu_ban_dau: String,
        duy_tri: String, phan_bo: String, phan_bo_nam: String, bo_phan: String, ca_nhan: String,
        can_thuc_hien: String, cach_thuc: String, ket_qua_sau: String, hieu_qua: String,
        thoi_gian_du_kien: String, nhiem_vu: String, hieu_qua_du_kien: String, kinh_phi_lien_quan: String,
        thanh_phan: String, cap: String, giai_doan: String, kinh_phi: String, xin_y_kien: String, theo_doi: String,
        dong: String, noi_dung_chi: String, don_vi_tinh: String, so_luong: String,
        don_gia: String, thanh_tien: String, loai_chi_phi: String, nam: String, lop: String,
        giai_doan_trien_khai: String,
    }
}

labels! {
    /// The words of charts; the units are those of the axis, from đồng up.
    ChartLabels { ten: String, tinh_bang: String, nhom: String, thanh: String, don_vi: [String; 4], }
}

labels! {
    /// What is said of renting and buying.
    RentOrBuyLabels {
        tieu_de: String, dan: String, bang: String, bieu_do: String, phuong_an: String,
        nam: String, nam_hoa_von: String, hang_muc: String, mua: String, thue: String, duoc_chon: String,
        cau: String, mua_re_hon: String, thue_re_hon: String,
        bang_nhau: String, hoa_von: String, khong_hoa_von: String,
    }
}

labels! {
    /// Values that are words.
    ValueLabels { thuong_xuyen: String, can_xin: String, can_tham_dinh: String, da_dong_y: String,
        khong_dong_y: String, khong_can: String, chi_chung: String, }
}

labels! {
    /// The website's own words.
    SiteLabels {
        ten_trang: String, danh_sach: String, danh_sach_dan: String, tong_quan: String,
        muc_luc: String, tai_ve: String, tai_pdf: String, tai_huong_dan: String, tai_doi_chieu: String, phan_viec_cua: String, phoi_hop_voi: String, ban_in_rieng: String, tai_excel: String, tai_excel_goc: String, bo_qua: String, dieu_huong: String, vi_tri: String, phan: String,
        phu_luc: String, xem: String, dan_so: String, dia_ban: String, thanh_phan: String,
        thanh_phan_ghi_chu: String, chi_tieu: String, nhiem_vu: String, kinh_phi: String,
        kinh_phi_ghi_chu: String, nguoi: String, ho_ghi_chu: String,         chan_trang: String,
    }
}

labels! {
    /// The handbook's own words.
    HandbookLabels {
        ten: String, ten_ngan: String, dan: String, dieu_huong: String, nhom_thanh_phan: String,
        nguyen_tac: String, nguyen_tac_dan: String, xuyen_suot: String, xuyen_suot_dan: String,
        muc_tieu: String, muc_tieu_dan: String, nhiem_vu: String, nhiem_vu_dan: String,
        dong_du_toan: String, dong_du_toan_dan: String, dong_trong: String, cong_tu: String, don_vi: String,
        don_vi_dan: String, nhiem_vu_tinh: String, nhiem_vu_tinh_dan: String,
        yeu_cau: String, yeu_cau_dan: String, van_ban: String,
        van_ban_dan: String, tu_viet_tat: String, quy_tac: String, quy_tac_dan: String, quy_tac_kiem: String,
        muc_do: String, vi_sao: String, cach_sua: String, lop: String, nhom: String,
        dia_ban: String, moi_dia_ban: String, nguon: String, so_lieu: String, hoac: String, can_co: String,
        duoc_dung: String, phuc_vu_chi_tieu: String, thuc_hien_boi: String, gop_phan: String,
        dong: String, khong_kinh_phi: String, cac_thanh_phan: String, gia_tri: String,
        nam_nguon: String, chieu: String, tang: String, giam: String, cach_do: String,
        khong_con: String, het_hieu_luc: String, thay_bang: String, thoi_han: String,
        van_ban_cot: String, so: String, ngay: String, co_quan: String, tinh_trang: String,
        phan_vien_dan: String, khong_vien_dan: String, hieu_luc: String, hieu_luc_tu: String,
        het_hieu_luc_tu: String, sua_doi_boi: String, doi_chieu: String, da_doi_chieu: String,
        chua_doi_chieu: String, chua_ro_hieu_luc: String, du_thao: String, chua_ro: String, viet_tat: String, nghia: String, tieng_anh: String,
    }
}

/// A sentence with its gaps filled: `{so}` by the value named `so`.
pub(crate) fn fill(label: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(label.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

labels! {
    /// The page of what a plan leaves out.
    GapLabels {
        ten: String, dan: String, muc: String, thiet_yeu: String, bo_sung: String, chi_tieu: String,
        nhiem_vu: String, ly_do: String, chua_neu: String, du: String, co_ly_do: String,
    }
}

labels! {
    /// The page that holds the demands of the sources against the plan.
    DemandLabels {
        ten: String, tieu_de: String, dan: String, tong: String, cua_nguon: String, dong: String, muc: String,
        yeu_cau: String, o_dau: String, ket_qua: String, noi: String, noi_thieu: String, da: String, mot_phan: String,
        chua: String, khong: String, khong_o_day: String, noi_dung_khong_o_day: String, con_thieu: String,
        can_mot_trong: String, thieu: String, thieu_mot: String, thieu_han: String, khi: String, doi_voi: String,
        ly_do_xa: String, rieng: String, loi_rieng: String, ly_do: String, trang: String, quy_tac: String, theo_quy_tac: String, khao_sat: String,
    }
}

labels! {
    /// What the profile of a new commune takes out of the guidance, in words.
    ProfileLabels { tinh_trong: String, nguon: String, nguon_nam: String, }
}

labels! {
    /// The words of the workbook that a commune fills in.
    WorkbookLabels {
        trang_du_toan: String, trang_danh_muc: String, trang_huong_dan: String, tieu_de: String,
        don_vi: String, tong_cong: String, nguon: String, ma_thanh_phan: String, dong_thuong: String,
        chon_tu_danh_sach: String, ten: String, loai: [String; 5], nghia_loai: [String; 5],
        dong_sai: String, thanh_phan_sai: String, loai_sai: String, nam_sai: String,
        nguon_sai: String, so_sai: String, gia_sai: String, huong_dan: Vec<String>,
    }
}
