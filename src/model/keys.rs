//! The keys that users write, once: Vietnamese without accents, beside their English names. What reads
//! a file and the schema that an editor completes it by take them from here.

/// Declares a constant for each key.
macro_rules! keys {
    ($($name:ident = $key:literal;)+) => {
        $(pub(crate) const $name: &str = $key;)+
    };
}

// Files of several kinds.
keys! {
    CODE = "ma";
    NAME = "ten";
    SHORT_NAME = "ten_ngan";
    KIND = "loai";
    NUMBER = "so";
    DATE = "ngay";
    YEAR = "nam";
    PHASE = "giai_doan";
    TERRAIN = "dia_ban";
    COMPONENTS = "thanh_phan";
    TASKS = "nhiem_vu";
    ROW = "dong";
    LEAD = "chu_tri";
    SUPPORT = "phoi_hop";
    UNIT = "don_vi";
    VALUE = "gia_tri";
    QUANTITY = "so_luong";
    CONTENT = "noi_dung";
    COSTLESS = "khong_kinh_phi";
    NOTE = "ghi_chu";
}

// Components, objectives, tasks, sections and bodies of the catalogue.
keys! {
    PILLAR = "tru_cot";
    LAYER = "lop";
    GROUP = "nhom";
    SUPPLIER = "cap";
    DEPENDS_ON = "phu_thuoc";
    ANY_OF = "mot_trong";
    FIGURES = "so_lieu";
    FIGURE = "so";
    CITATIONS = "nguon";
    DOCUMENT = "tai_lieu";
    DOCUMENT_SECTION = "muc";
    DIRECTION = "chieu";
    REPLACED_BY_OBJECTIVES = "thay_the";
    NO_LONGER = "het_hieu_luc";
    DURATION = "thoi_luong";
    PART = "phan";
    ORDER = "thu_tu";
    NAME_BY_KIND = "ten_theo_loai";
}

// The registers: documents, the province's tasks, the glossary, what rules mean, what sources ask.
keys! {
    ISSUER = "co_quan";
    TITLE = "trich_yeu";
    STATUS = "tinh_trang";
    IN_FORCE_FROM = "hieu_luc_tu";
    REPLACED_BY = "thay_the_bang";
    AMENDED_BY = "sua_doi_boi";
    CONFIRMED = "da_doi_chieu";
    DEADLINE = "thoi_han";
    SHORT = "viet_tat";
    ENGLISH = "tieng_anh";
    COMMON = "thong_dung";
    ABBREVIATIONS = "tu_viet_tat";
    CITY_SINCE = "thanh_pho_tu";
    OTHER_NAMES = "ten_khac";
    FORMER = "hop_nhat";
    WHY = "vi_sao";
    REMEDY = "cach_sua";
    DEMAND = "yeu_cau";
    PLACES = "noi";
    WHEN = "khi";
    ANSWERS = "dap_ung";
    TABLE = "bang";
}

// An estimate in YAML.
keys! {
    ESTIMATE = "du_toan";
    UNIT_PRICE = "don_gia";
    AMOUNT = "thanh_tien";
    FUNDING_SOURCE = "nguon";
}

// The profile; what it sets for rules stands in the folder's settings, too.
keys! {
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
    DRAFT = "du_thao";
    DECISION = "quyet_dinh";
    SIGNING = "cach_ky";
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
    MEASUREMENT = "cach_do";
    ORGANISERS = "bo_phan";
    PERSONS = "ca_nhan";
    METHOD = "cach_thuc";
    BENEFIT = "hieu_qua";
    HOW = "cach_lam";
    ENSURE = "bao_dam";
    AVOID = "khong_lam";
    FROM = "tu";
    UNTIL = "den";
    PERMANENT = "thuong_xuyen";
    START = "bat_dau";
    END = "ket_thuc";
    PROCUREMENT = "hinh_thuc";
    TEXT_AFTER = "them_noi_dung";
    TEXT_INSTEAD = "thay_noi_dung";
    RESULT = "ket_qua";
    OWN_SECTIONS = "van_ban";
    REASON = "ly_do";
    REASON_TO_BUY = "ly_do_mua";
    OPINIONS = "y_kien_tinh";
    AGREED = "dong_y";
    REFUSED = "khong_dong_y";
    LEFT_OUT = "khong_chon";
    REMOVED = "bo";
    PRESENT = "da_co";
    FUNDING = "kinh_phi";
    CEILING = "tran";
    DISPLAY_UNIT = "don_vi_tinh";
    MOST_PLACES = "so_le";
    PRINTS = "ban_in";
    GUIDANCE_PRINT = "huong_dan";
    RENT_OR_BUY = "thue_hay_mua";
    BUYING = "mua";
    UPKEEP = "bao_duong";
    RENTING = "thue";
    CHOSEN_WAY = "chon";
    RULES = "quy_tac";
    SEVERITY = "muc";
}
