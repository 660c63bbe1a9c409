//! Own text as officials write it, drawn as lines: how deep, the mark, what is said.

use super::read;
use crate::diagnostic::Diagnostics;
use crate::model::Block;
use crate::model::Condition;
use crate::model::Inline;
use crate::model::Mark;
use crate::read::text::Place;
use crate::source::Sources;

/// The blocks as lines: an item stands two spaces deeper than its list, bold in `<b>`, a table by its
/// cells.
fn drawn(text: &str) -> Vec<String> {
    let file = Sources::default().add_text("x.yaml", text.to_owned());
    let place = Place::Body(file, 0, text.len());
    let rich = read(text, place, &mut Diagnostics::default());
    let mut lines = Vec::new();
    draw(&rich.blocks, 0, &mut lines);
    lines
}

fn draw(blocks: &[Block], depth: usize, lines: &mut Vec<String>) {
    let indent = "  ".repeat(depth);
    for block in blocks {
        match block {
            Block::Paragraph(content) => lines.push(format!("{indent}{}", words(content))),
            Block::Heading(content) => lines.push(format!("{indent}# {}", words(content))),
            Block::List(items) => {
                for item in items {
                    let first = lines.len();
                    draw(&item.blocks, depth + 1, lines);
                    if let (Mark::Written(mark), Some(line)) = (&item.mark, lines.get_mut(first)) {
                        let said = line.trim_start().to_owned();
                        *line = format!("{indent}{mark}|{said}");
                    }
                }
            }
            Block::Table(grid) => {
                lines.push(format!("{indent}{:?}", grid.columns));
                let rows = std::iter::once(&grid.head).chain(&grid.rows);
                for row in rows {
                    let cells: Vec<String> = row.iter().map(|cell| words(cell)).collect();
                    lines.push(format!("{indent}{}", cells.join(" | ")));
                }
            }
        }
    }
}

fn words(content: &[Inline]) -> String {
    let one = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Strong(content) => format!("<b>{}</b>", words(content)),
        Inline::Emphasis(content) => format!("<i>{}</i>", words(content)),
        Inline::Link { address, content } => format!("<{address}>{}</>", words(content)),
        Inline::Placeholder(name) => format!("<<{name}>>"),
        Inline::Condition(condition) => format!("<<{}>>", condition.written),
        Inline::Otherwise => format!("<<{}>>", Condition::OTHERWISE),
        Inline::ConditionEnd => format!("<<{}>>", Condition::END),
        Inline::Break => "/".to_owned(),
    };
    content.iter().map(one).collect()
}

#[test]
fn signs_are_letters() {
    for text in [
        "600*800*1000 mm, 5*8*3 m, 2 * 3 * 4, 2 *3* 4, a**b**c",
        r"C:\_du_lieu\xa, \\10.1.2.3\chung, \* \_ \# 1\.",
        "a_b_c, _x_, __y__, ~~z~~, `mã`, ```",
        "<5 triệu, > 3, R&D, 2^3, [x], [1](2), ~, #1, &#432; &amp; &nbsp;",
        "+84 912 345 678, 1) 2), https://a.vn/x_y_z?a=1&b=*2*, an_binh@tinh.gov.vn",
        "# Một, ## hai",
        "Gender* và diễn giả*, 5*, (*) ghi chú (*)",
        "*Loại 1, *Loại 2 và **ba",
        "****bốn****, ** a **, * a*",
        "== = | a | ||, {{, }}, {{1|2}}, {x}, \"y\", 'z'",
        "---",
        "***",
        "> trích",
    ] {
        assert_eq!(drawn(text), [text], "{text}");
    }
}

#[test]
fn what_is_meant_as_more_is_a_small_set() {
    for (text, shown) in [
        ("**Bảo đảm:** có", "<b>Bảo đảm:</b> có"),
        ("(**a b**), *c d*.", "(<b>a b</b>), <i>c d</i>."),
        ("**38 máy *mới* tinh**", "<b>38 máy <i>mới</i> tinh</b>"),
        ("**a*b** c", "<b>a*b</b> c"),
        ("***cả hai***", "<b><i>cả hai</i></b>"),
        (
            "[đây](https://a.vn/x_(y)) nhé",
            "<https://a.vn/x_(y)>đây</> nhé",
        ),
        ("[thư](mailto:a@b.vn)", "<mailto:a@b.vn>thư</>"),
        (
            "Xã {{ xa.ten }}: {{ don_vi.van_phong }}",
            "Xã <<xa.ten>>: <<don_vi.van_phong>>",
        ),
        ("**{{ xa.ten }}**", "<b><<xa.ten>></b>"),
    ] {
        assert_eq!(drawn(text), [shown], "{text}");
    }
}

#[test]
fn a_line_is_a_paragraph_unless_a_sentence_goes_on() {
    let text =
        "Trụ sở: thôn 1\nĐiện thoại: 0123\n\nXã có 38 máy tính, trong đó\nhai phần ba cũ.\nđã hỏng";
    assert_eq!(
        drawn(text),
        [
            "Trụ sở: thôn 1",
            "Điện thoại: 0123",
            "Xã có 38 máy tính, trong đó hai phần ba cũ.",
            "đã hỏng"
        ]
    );
}

#[test]
fn official_lists_stand_line_by_line_at_their_levels() {
    let text = "Ba việc:\na) Một\nb) Hai\nđ) Ba\n\n1.1. Hạ tầng\n1.2. Dữ liệu\n\nI. Nhân lực\nII. Kinh phí\n\n\
        Xã có:\n– 38 máy\n• 06 máy in\n\n- Thiết bị:\n+ Máy tính\n+ Máy in\n- Nhân lực";
    assert_eq!(
        drawn(text),
        [
            "Ba việc:",
            "a)|Một",
            "b)|Hai",
            "đ)|Ba",
            "1.1.|Hạ tầng",
            "1.2.|Dữ liệu",
            "I.|Nhân lực",
            "II.|Kinh phí",
            "Xã có:",
            "–|38 máy",
            "  •|06 máy in",
            "-|Thiết bị:",
            "  +|Máy tính",
            "  +|Máy in",
            "-|Nhân lực",
        ]
    );
}

#[test]
fn numbers_stay_as_written() {
    let text =
        "3. Ba\n4. Bốn\n4. Bốn nữa\n9. Chín\nĐiều 5. Năm\n1. Một\nGiữa hai mục.\n2. Hai\n10/ Mười";
    assert_eq!(
        drawn(text),
        [
            "3.|Ba",
            "4.|Bốn",
            "4.|Bốn nữa",
            "9.|Chín",
            "Điều 5. Năm",
            "1.|Một",
            "Giữa hai mục.",
            "2.|Hai",
            "  10/|Mười",
        ]
    );
}

#[test]
fn levels_follow_marks_and_indents() {
    let text = "I. A\n1. B\n1.1. C\na) D\n- E\n+ G\n• H\nb) I\n1.2. K\n2. L\nII. M";
    assert_eq!(
        drawn(text),
        [
            "I.|A",
            "  1.|B",
            "    1.1.|C",
            "      a)|D",
            "        -|E",
            "          +|G",
            "            •|H",
            "      b)|I",
            "    1.2.|K",
            "  2.|L",
            "II.|M",
        ]
    );
    let text =
        "- A\n  - B\n    dòng dưới.\n    Dòng nữa\n  - C\n- D\n  1) E\n- G gồm:\n1) H\n2) I\n- K";
    assert_eq!(
        drawn(text),
        [
            "-|A",
            "  -|B dòng dưới.",
            "    Dòng nữa",
            "  -|C",
            "-|D",
            "  1)|E",
            "-|G gồm:",
            "  1)|H",
            "  2)|I",
            "-|K",
        ]
    );
    let text = "g) A\nh) B\ni) C\nk) D\ni. E\nii. G";
    assert_eq!(
        drawn(text),
        ["g)|A", "h)|B", "i)|C", "k)|D", "  i.|E", "  ii.|G"]
    );
    // Glued to the text, a mark stays glued and has its level all the same.
    assert_eq!(
        drawn("-Thiết bị:\n+Máy\n-Người"),
        ["|-Thiết bị:", "  |+Máy", "|-Người"]
    );
}

#[test]
fn bars_and_tabs_are_tables() {
    let head = "[Center, Left, Right]";
    let rows = [
        "STT | Tên | Số",
        "1 | Máy *loại* 5*8 | 1.200",
        "2 | Máy in |  ",
    ];
    let shown = [
        head,
        rows[0],
        "1 | Máy <i>loại</i> 5*8 | 1.200",
        rows[2].trim_end_matches(' '),
    ];
    let shown = shown.map(|line| line.trim_end().to_owned());
    for text in [
        "| STT | Tên | Số |\n|---|---|---:|\n| 1 | Máy *loại* 5*8 | 1.200 |\n| 2 | Máy in | |",
        "STT|Tên|Số\n:-:|---|--:\n1|Máy *loại* 5*8|1.200\n2|Máy in|",
        "| STT | Tên | Số |\n| 1 | Máy *loại* 5*8 | 1.200 |\n| 2 | Máy in | |",
        "STT\tTên\tSố\n1\tMáy *loại* 5*8\t1.200\n2\tMáy in\t",
    ] {
        let seen = drawn(text);
        let seen: Vec<_> = seen.iter().map(|line| line.trim_end().to_owned()).collect();
        assert_eq!(seen, shown, "{text}");
    }
    // A mark that a tab parts from its item is no table, nor are bars of other numbers.
    assert_eq!(drawn("1.\tMột\n2.\tHai"), ["1.|Một", "2.|Hai"]);
    assert_eq!(drawn("|a|b|\n|c|"), ["|a|b|", "|c|"]);
    assert_eq!(drawn("a\tb"), ["a b"]);
}
