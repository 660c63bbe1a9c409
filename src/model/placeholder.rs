//! The names between the braces of a text that a plan fills: what may stand there is read by them, and filled by
//! them when a plan is made.

/// The names that placeholders may have, beside `don_vi.<code of a body>` and `van_ban.<code of a document>`; in
/// what a commune writes also `muc_tieu.<code of an objective>`.
pub(crate) const PLACEHOLDERS: [&str; 21] = [
    "xa.ten",
    "xa.loai",
    "xa.ten_day_du",
    "xa.ten_dau_cau",
    "xa.tinh",
    "xa.cap_tinh",
    "xa.cap_tinh_dau_cau",
    "xa.dan_so",
    "xa.so_ho",
    "xa.dien_tich",
    "xa.so_thon",
    "xa.don_vi_dan_cu",
    "xa.truong_don_vi_dan_cu",
    "xa.truong_don_vi_dan_cu_dau_cau",
    "xa.so_can_bo",
    "xa.dia_ban",
    "ke_hoach.nam_dau",
    "ke_hoach.nam_cuoi",
    "ke_hoach.giai_doan",
    "kinh_phi.tong",
    "kinh_phi.tong_chu",
];

/// How the name of a placeholder begins that is filled with the value of a target, in the year in which the work
/// ends that it speaks of.
pub(crate) const TARGET_PLACEHOLDER: &str = "muc_tieu.";
