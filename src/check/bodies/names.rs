//! The names of bodies and places that are no more, and what took their place.

/// Departments and ministries that were merged away: their name, how it is shortened, and what took
/// the place of the department and of the ministry.
pub(super) const MERGED: [(&str, &[&str], &str, &str); 6] = [
    (
        "thong tin va truyen thong",
        &["tt va tt", "tttt"],
        "Sở Khoa học và Công nghệ",
        "Bộ Khoa học và Công nghệ",
    ),
    (
        "tai nguyen va moi truong",
        &["tn va mt", "tnmt"],
        "Sở Nông nghiệp và Môi trường",
        "Bộ Nông nghiệp và Môi trường",
    ),
    (
        "nong nghiep va phat trien nong thon",
        &["nn va ptnt", "nnptnt", "nong nghiep va ptnt"],
        "Sở Nông nghiệp và Môi trường",
        "Bộ Nông nghiệp và Môi trường",
    ),
    (
        "ke hoach va dau tu",
        &["kh va dt", "khdt"],
        "Sở Tài chính",
        "Bộ Tài chính",
    ),
    (
        "giao thong van tai",
        &["gtvt"],
        "Sở Xây dựng",
        "Bộ Xây dựng",
    ),
    (
        "lao dong thuong binh va xa hoi",
        &["ld tb va xh", "ldtb va xh", "ldtbxh", "ld tbxh"],
        "Sở Nội vụ",
        "Bộ Nội vụ",
    ),
];

const DISTRICT: &str = "Ủy ban nhân dân cấp tỉnh hoặc cấp xã";
const COUNCIL: &str = "Hội đồng nhân dân cấp tỉnh hoặc cấp xã";
const FRONT: &str = "Ủy ban Mặt trận Tổ quốc Việt Nam cấp tỉnh hoặc cấp xã";
const HEALTH: &str = "bệnh viện, trung tâm y tế khu vực hoặc trạm y tế";
pub(super) const PARTY: &str = "Tỉnh ủy, Thành ủy hoặc Đảng ủy cấp xã";
const UNION: &str = "tổ chức cùng tên ở cấp tỉnh hoặc cấp xã";

/// Bodies that the word of the district follows: "công an huyện".
pub(super) const OF_DISTRICT: [(&str, &str); 27] = [
    ("ubnd", DISTRICT),
    ("uy ban nhan dan", DISTRICT),
    ("hdnd", COUNCIL),
    ("hoi dong nhan dan", COUNCIL),
    ("chu tich", DISTRICT),
    ("bi thu", PARTY),
    ("cap", "cấp tỉnh hoặc cấp xã"),
    ("ngan sach", "ngân sách cấp tỉnh hoặc cấp xã"),
    ("cong an", "Công an cấp tỉnh hoặc Công an cấp xã"),
    (
        "ban chi huy quan su",
        "Bộ Chỉ huy quân sự cấp tỉnh hoặc Ban Chỉ huy quân sự cấp xã",
    ),
    ("mat tran to quoc", FRONT),
    ("mat tran to quoc viet nam", FRONT),
    ("mttq", FRONT),
    ("mttq viet nam", FRONT),
    ("benh vien", HEALTH),
    ("benh vien da khoa", HEALTH),
    ("trung tam y te", HEALTH),
    ("toa an nhan dan", "Tòa án nhân dân khu vực"),
    ("vien kiem sat nhan dan", "Viện kiểm sát nhân dân khu vực"),
    ("kho bac nha nuoc", "Kho bạc Nhà nước khu vực"),
    ("chi cuc thue", "cơ quan thuế cơ sở"),
    ("hoi nong dan", UNION),
    ("hoi lien hiep phu nu", UNION),
    ("hoi cuu chien binh", UNION),
    ("lien doan lao dong", UNION),
    ("doan thanh nien", UNION),
    ("doan tncs ho chi minh", UNION),
];

/// Bodies whose name says what they were.
pub(super) const NAMED: [(&str, &str); 6] = [
    ("huyện ủy", PARTY),
    ("quận ủy", PARTY),
    ("thị ủy", PARTY),
    ("huyện đoàn", UNION),
    ("quận đoàn", UNION),
    ("thị đoàn", UNION),
];

/// How the names of bodies begin that stood in each district: up to its word it is one name.
pub(super) const ORGANISATIONS: [&str; 14] = [
    "phòng",
    "trung tâm",
    "đài",
    "bảo hiểm xã hội",
    "ban",
    "hội",
    "chi cục",
    "đội",
    "trạm",
    "hạt",
    "thanh tra",
    "thư viện",
    "văn phòng",
    "liên đoàn",
];

/// Words that stand in no name of a body: what follows them is a place, not a part of the name.
pub(super) const BETWEEN: [&str; 12] = [
    "của", "ở", "tại", "thuộc", "các", "với", "cho", "từ", "trên", "trong", "đến", "về",
];

/// Kinds of places that are no more, whatever stands in them.
pub(super) const PLACES: [&str; 2] = ["thị trấn", "thành phố thuộc tỉnh"];

/// Directorates general, all of which became departments in 2025, folded; others than these under another name.
pub(super) const GENERAL: [(&str, &str); 6] = [
    ("tong cuc thue", "Cục Thuế"),
    ("tong cuc hai quan", "Cục Hải quan"),
    ("tong cuc thong ke", "Cục Thống kê"),
    ("tong cuc du tru nha nuoc", "Cục Dự trữ Nhà nước"),
    (
        "tong cuc thi hanh an dan su",
        "Cục Quản lý thi hành án dân sự",
    ),
    ("tong cuc", "cục tiếp nhận nhiệm vụ này"),
];

/// What stands behind "Tổng cục" in those of the army and the police, which there still are.
pub(super) const ARMED: [&str; 6] = ["chính", "hậu", "kỹ", "công", "tình", "ii"];

/// The first words of the cities under the centre, whose committee of the Party is a Thành ủy.
pub(super) const CITIES: [&str; 9] = [
    "hà", "hải", "huế", "đà", "hồ", "cần", "tp", "thành", "tphcm",
];
