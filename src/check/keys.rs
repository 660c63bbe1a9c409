//! The keys that users write, once: Vietnamese without accents, beside their English names.

/// Declares a constant for each key.
macro_rules! keys {
    ($($name:ident = $key:literal;)+) => {
        $(pub(crate) const $name: &str = $key;)+
    };
}

keys! {
    // What most entries of the catalogue have.
    CODE = "ma";
    NAME = "ten";
    PILLAR = "tru_cot";
    PHASE = "giai_doan";
    LAYER = "lop";
    GROUP = "nhom";
    SUPPLIER = "cap";
    TERRAIN = "dia_ban";
    DEPENDS_ON = "phu_thuoc";
    ANY_OF = "mot_trong";
    ROW = "dong";
    LEAD = "chu_tri";
    SUPPORT = "phoi_hop";
    CITATIONS = "nguon";
    DOCUMENT = "tai_lieu";
    DOCUMENT_SECTION = "muc";
    COMPONENTS = "thanh_phan";
    TASKS = "nhiem_vu";
    UNIT = "don_vi";
    DIRECTION = "chieu";
    VALUE = "gia_tri";
    YEAR = "nam";
    REPLACED_BY_OBJECTIVES = "thay_the";
    NO_LONGER = "het_hieu_luc";
    DURATION = "thoi_luong";
    COSTLESS = "khong_kinh_phi";
    PART = "phan";
    ORDER = "thu_tu";
    NAME_BY_KIND = "ten_theo_loai";
    // The province's tasks and the glossary.
    DEADLINE = "thoi_han";
    CONTENT = "noi_dung";
    SHORT = "viet_tat";
    ENGLISH = "tieng_anh";
    // An estimate in YAML.
    ESTIMATE = "du_toan";
    UNIT_PRICE = "don_gia";
    AMOUNT = "thanh_tien";
    FUNDING_SOURCE = "nguon";
    // The register of documents.
    KIND = "loai";
    NUMBER = "so";
    DATE = "ngay";
    ISSUER = "co_quan";
    TITLE = "trich_yeu";
    STATUS = "tinh_trang";
    REPLACED_BY = "thay_the_bang";
    NOTE = "ghi_chu";
    // The profile.
    COMMUNE = "xa";
    PROVINCE = "tinh";
    POPULATION = "dan_so";
    HOUSEHOLDS = "so_ho";
    AREA = "dien_tich";
    UNITS = "so_thon";
    UNIT_NAME = "don_vi_dan_cu";
    OFFICIALS = "so_can_bo";
    ILLUSTRATIVE = "minh_hoa";
    HAS_DISTRICT = "cap_huyen";
    PLAN = "ke_hoach";
    PLACE = "dia_danh";
    SIGNATORY = "nguoi_ky";
    AUTHORITY = "quyen_han";
    OFFICE = "chuc_vu";
    FULL_NAME = "ho_ten";
    RECIPIENTS = "noi_nhan";
    LEGAL = "can_cu";
    SITUATION = "hien_trang";
    OVERVIEW = "tong_quan";
    SURVEY = "khao_sat";
    INDICATORS = "chi_tieu";
    STRENGTHS = "thuan_loi";
    WEAKNESSES = "kho_khan";
    TARGETS = "muc_tieu";
    FROM = "tu";
    UNTIL = "den";
    START = "bat_dau";
    END = "ket_thuc";
    PROCUREMENT = "hinh_thuc";
    TEXT_AFTER = "them_noi_dung";
    TEXT_INSTEAD = "thay_noi_dung";
    RESULT = "ket_qua";
    OWN_SECTIONS = "van_ban";
    REASON = "ly_do";
    REASON_TO_BUY = "ly_do_mua";
    LEFT_OUT = "khong_chon";
    PRESENT = "da_co";
    FUNDING = "kinh_phi";
    CEILING = "tran";
    DISPLAY_UNIT = "don_vi_tinh";
    RENT_OR_BUY = "thue_hay_mua";
    QUANTITY = "so_luong";
    BUYING = "mua";
    UPKEEP = "bao_duong";
    RENTING = "thue";
    CHOSEN_WAY = "chon";
    RULES = "quy_tac";
    SEVERITY = "muc";
    WHY = "vi_sao";
    REMEDY = "cach_sua";
}
