//! What a file is that bears the name of a text and is none: people save from Word, or rename what they have.

/// What a file is called, and how its text is got out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Foreign {
    /// What it is, in a sentence.
    pub name: &'static str,
    /// What to do.
    pub cure: &'static str,
}

/// What files of other programs begin with.
const KINDS: [(&[u8], Foreign); 7] = [
    (b"{\\rtf", RICH_TEXT),
    (b"%PDF-", PDF),
    (b"PK\x03\x04", OFFICE),
    (b"\xD0\xCF\x11\xE0", OFFICE),
    (b"<!doctype html", PAGE),
    (b"<html", PAGE),
    (b"<?xml", OFFICE),
];

const RICH_TEXT: Foreign = Foreign {
    name: "tệp chữ có định dạng (RTF, lưu từ WordPad hay Word)",
    cure: "mở tệp bằng WordPad hay Word, chọn Lưu thành (Save As), kiểu “Plain Text (*.txt)”, bảng mã UTF-8, rồi đổi đuôi tên tệp thành .yaml",
};

const PDF: Foreign = Foreign {
    name: "tệp PDF",
    cure: "tạo hồ sơ mới bằng lệnh `xaso new`, rồi chép số liệu từ tệp PDF vào",
};

const OFFICE: Foreign = Foreign {
    name: "tệp Word, Excel hoặc tệp nén",
    cure: "mở tệp bằng Word, chọn Lưu thành (Save As), kiểu “Plain Text (*.txt)”, bảng mã UTF-8, rồi đổi đuôi tên tệp thành .yaml; bảng tính thì giữ đuôi .xlsx và đặt trong thư mục `budgets`",
};

const PAGE: Foreign = Foreign {
    name: "trang web (HTML)",
    cure: "mở trang, chép phần chữ của hồ sơ vào một tệp văn bản mới, lưu với bảng mã UTF-8 và đuôi .yaml",
};

/// What a file with these bytes is, where it is one of another program.
pub(super) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let bytes = bytes.trim_ascii_start();
    let begins = |mark: &[u8]| {
        let head = bytes.get(..mark.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(mark))
    };
    let found = KINDS.into_iter().find(|(mark, _)| begins(mark));
    found.map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::foreign;

    #[test]
    fn files_of_other_programs_are_known_by_their_beginnings() {
        for (bytes, name) in [
            (b"{\\rtf1\\ansi xa:}".as_slice(), "RTF"),
            (b"%PDF-1.7\n", "PDF"),
            (b"PK\x03\x04\x14\x00", "Word"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1", "Word"),
            (b"\xEF\xBB\xBF\n<!DOCTYPE html>", "HTML"),
        ] {
            assert!(foreign(bytes).is_some_and(|kind| kind.name.contains(name)));
        }
        for bytes in [b"xa:\n  ten: M".as_slice(), b"", b"{ma: HTS6}", b"# <html"] {
            assert_eq!(foreign(bytes), None);
        }
    }
}
