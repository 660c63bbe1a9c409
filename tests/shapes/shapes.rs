//! The shapes in which offices write an estimate.

use super::draw::Book;
use super::draw::Cell;
use super::draw::Sheet;
use super::draw::texts;
use super::lines;
use super::lines::Entry;
use super::lines::Line;
use super::lines::SOURCES;
use super::random::Random;
use super::write::amounts;
use super::write::annex;
use super::write::at;
use super::write::changed;
use super::write::dotted;
use super::write::entries;
use super::write::part;
use super::write::row;
use super::write::shares;
use super::write::stated;
use super::write::sum;
use super::write::table;
use super::write::total;

/// A shape: how it is written, and whether it must be read.
pub(crate) struct Shape {
    pub name: &'static str,
    pub is_read: bool,
    pub write: fn(&mut Random) -> (Book, Vec<Entry>),
}

pub(crate) const HEAD: [&str; 12] = [
    "STT",
    "Dòng",
    "Mã thành phần",
    "Nội dung chi",
    "Đơn vị tính",
    "Số lượng",
    "Đơn giá",
    "Thành tiền",
    "Loại chi phí",
    "Năm",
    "Nguồn kinh phí",
    "Ghi chú",
];

const THOUSAND: i64 = 1_000;
pub(crate) const MILLION: i64 = 1_000_000;

macro_rules! shapes {
    ($($name:literal $is_read:literal $write:expr;)+) => {
        /// Every shape.
        pub(crate) const ALL: &[Shape] = &[$(Shape { name: $name, is_read: $is_read, write: $write }),+];
    };
}

shapes! {
    "plain" true |random| changed(random, |_, _| {});
    "title and empty rows" true |random| changed(random, |sheet, _| {
        sheet.rows.insert(1, Vec::new());
        sheet.rows.splice(0..0, [texts(&["ỦY BAN NHÂN DÂN XÃ MẪU"]), Vec::new(), at(3, "DỰ TOÁN KINH PHÍ NĂM 2027 - 2028")]);
        sheet.rows.push(Vec::new());
        sheet.rows.push(at(8, "NGƯỜI LẬP BIỂU"));
    });
    "columns in another order" true |random| changed(random, |sheet, _| {
        let order = [10, 3, 9, 6, 5, 4, 2, 1, 8, 7];
        for row in &mut sheet.rows {
            *row = order.iter().map(|index| row[*index].clone()).collect();
        }
    });
    "unit above" true |random| stated(random, |sheets| sheets[0].rows.insert(0, at(10, "Đơn vị tính: triệu đồng")));
    "unit above in brackets" true |random| stated(random, |sheets| sheets[0].rows.insert(0, at(11, "(Triệu đồng)")));
    "unit above in short" true |random| stated(random, |sheets| sheets[0].rows.insert(0, texts(&["ĐVT: tr.đ"])));
    "unit as a power" true |random| stated(random, |sheets| sheets[0].rows.insert(0, texts(&["ĐVT: 10^6 đồng"])));
    "unit at the end of the title" true |random| stated(random, |sheets| sheets[0].rows.insert(0, texts(&["DỰ TOÁN KINH PHÍ CHUYỂN ĐỔI SỐ - TRIỆU ĐỒNG"])));
    "unit on the tab" true |random| stated(random, |sheets| sheets[0].name = "DT (triệu đồng)".to_owned());
    "unit on the first sheet" true |random| stated(random, |sheets| sheets.insert(0, Sheet::new("Bìa", vec![texts(&["DỰ TOÁN"]), texts(&["Đơn vị: triệu đồng"])])));
    "unit below" true |random| stated(random, |sheets| {
        sheets[0].rows.push(Vec::new());
        sheets[0].rows.push(at(3, "Ghi chú: đơn vị tính là triệu đồng"));
    });
    "unit beside" true |random| stated(random, |sheets| sheets[0].rows[1].extend(texts(&["", "ĐVT: triệu đồng"])));
    "unit in the heads" true |random| stated(random, |sheets| {
        sheets[0].rows[0][6] = "Đơn giá (triệu đồng)".into();
        sheets[0].rows[0][7] = "Thành tiền (tr.đ)".into();
    });
    "unit below the heads" true |random| stated(random, |sheets| {
        let mut units = vec![Cell::Empty; 8];
        units[6] = "triệu đồng".into();
        units[7] = "triệu đồng".into();
        sheets[0].rows.insert(1, units);
    });
    "unit over merged heads" true |random| stated(random, |sheets| {
        let mut below = vec![Cell::Empty; 12];
        below[6] = "Đơn giá".into();
        below[7] = "Thành tiền".into();
        sheets[0].rows[0][6] = "Kinh phí (triệu đồng)".into();
        sheets[0].rows[0][7] = Cell::Empty;
        sheets[0].rows.insert(1, below);
        sheets[0].merged.push((0, 6, 0, 7));
    });
    "unit in the format" true |random| stated(random, |sheets| sheets[0].formats = vec![(6, "#,##0.000000\" triệu\"".to_owned()), (7, "#,##0.000000\" triệu\"".to_owned())]);
    "unit in the unit column" false |random| stated(random, |sheets| {
        for row in sheets[0].rows.iter_mut().skip(1) {
            row[4] = "triệu đồng".into();
        }
    });
    "unit of another country" false |random| stated(random, |sheets| sheets[0].rows.insert(0, texts(&["Đơn vị tính: USD"])));
    "two units" false |random| stated(random, |sheets| {
        sheets[0].rows.insert(0, texts(&["Đơn vị tính: triệu đồng", "", "", "(nghìn đồng)"]));
    });
    "unit on one sheet of two" false |random| {
        let (one, other) = (lines::some(random), lines::some(random));
        let mut first = table(&one, THOUSAND);
        first.insert(0, texts(&["ĐVT: nghìn đồng"]));
        let book = Book(vec![Sheet::new("A", first), Sheet::new("B", table(&other, THOUSAND))]);
        (book, entries(&[one, other].concat()))
    };
    "format that hides thousands" true |random| changed(random, |sheet, _| {
        sheet.formats = vec![(6, "#,##0,".to_owned()), (7, "#,##0,".to_owned())];
        sheet.rows.insert(0, texts(&["Đơn vị tính: nghìn đồng"]));
    });
    "figures as text" true |random| changed(random, |sheet, lines| amounts(sheet, lines, |dong| dotted(dong).into()));
    "figures with đồng behind" true |random| changed(random, |sheet, lines| amounts(sheet, lines, |dong| format!("{} đ", dotted(dong)).into()));
    "formulas with results" true |random| changed(random, |sheet, lines| {
        for (index, (row, line)) in (2..).zip(sheet.rows.iter_mut().skip(1).zip(lines)) {
            #[expect(clippy::cast_precision_loss, reason = "a spreadsheet's numbers are floats")]
            let result = line.amount() as f64;
            row[7] = Cell::Formula(format!("=F{index}*G{index}"), result);
        }
    });
    "formulas without results" false |random| changed(random, |sheet, _| {
        for (index, row) in (2..).zip(sheet.rows.iter_mut().skip(1)) {
            row[6] = Cell::Formula(format!("=F{index}*1000"), 0.0);
            row[7] = Cell::Formula(format!("=F{index}*G{index}"), 0.0);
        }
    });
    "counts with their words" true |random| changed(random, |sheet, lines| {
        for (row, line) in sheet.rows.iter_mut().skip(1).zip(lines) {
            row[5] = format!("{} bộ", line.quantity).into();
            row[4] = Cell::Empty;
        }
    });
    "groups with their sums" true |random| {
        let lines = lines::some(random);
        let mut rows = vec![texts(&HEAD)];
        for (roman, (_, _, own)) in ["I", "II", "III", "IV", "V"].iter().zip(lines::grouped(&lines)) {
            let mut heading = sum("Nhóm khoản chi", total(&own));
            heading[0] = (*roman).into();
            rows.push(heading);
            rows.extend(own.iter().enumerate().map(|(index, line)| row(index, line, 1)));
        }
        rows.push(sum("Tổng cộng (I+II+III)", total(&lines)));
        (Book::of(rows), entries(&lines))
    };
    "groups that bear the code" true |random| {
        let lines = lines::some(random);
        let mut rows = vec![texts(&HEAD)];
        for (code, component, own) in lines::grouped(&lines) {
            let mut heading = at(1, code);
            heading.extend(texts(&[component, "Nhóm khoản chi"]));
            rows.push(heading);
            for (index, line) in own.iter().enumerate() {
                let mut drawn = row(index, line, 1);
                drawn[1] = Cell::Empty;
                drawn[2] = Cell::Empty;
                rows.push(drawn);
            }
        }
        (Book::of(rows), entries(&lines))
    };
    "totals with quantities" true |random| changed(random, |sheet, lines| {
        let mut cells = sum("Tổng cộng", total(lines));
        cells[5] = lines.iter().map(|line| line.quantity).sum::<i64>().into();
        sheet.rows.push(cells);
    });
    "a wrong total" false |random| changed(random, |sheet, lines| sheet.rows.push(sum("Cộng", total(lines) + 1_000)));
    "words of a total in other columns" true |random| changed(random, |sheet, _| {
        for row in sheet.rows.iter_mut().skip(1) {
            row[4] = "công".into();
            row[11] = "Tổng số theo báo giá".into();
        }
    });
    "head on every page" true |random| {
        let (one, other) = (lines::some(random), lines::some(random));
        let mut rows = table(&one, THOUSAND);
        rows.insert(0, texts(&["ĐVT: nghìn đồng"]));
        rows.extend(table(&other, THOUSAND));
        (Book::of(rows), entries(&[one, other].concat()))
    };
    "next page in đồng below thousands" false |random| {
        let (one, other) = (lines::some(random), lines::some(random));
        let mut rows = table(&one, THOUSAND);
        rows.insert(0, texts(&["ĐVT: nghìn đồng"]));
        rows.extend(table(&other, 1));
        (Book::of(rows), entries(&[one, other].concat()))
    };
    "unit between lines" false |random| {
        let (one, other) = (lines::some(random), lines::some(random));
        let mut rows = table(&one, 1);
        rows.push(at(3, "Phần xã (nghìn đồng)"));
        rows.extend(table(&other, THOUSAND).into_iter().skip(1));
        (Book::of(rows), entries(&[one, other].concat()))
    };
    "đồng in the unit column of millions" false |random| stated(random, |sheets| {
        sheets[0].rows[1][4] = "đồng".into();
        sheets[0].rows[1][5] = 1.into();
        (sheets[0].rows[1][6], sheets[0].rows[1][7]) = (8_000_000.into(), 8_000_000.into());
        sheets[0].rows.insert(0, texts(&["ĐVT: triệu đồng"]));
    });
    "format of đồng in millions" false |random| changed(random, |sheet, _| {
        sheet.formats = vec![(6, "#,##0\\ [$₫-42A]".to_owned()), (7, "#,##0\\ [$₫-42A]".to_owned())];
        sheet.rows.insert(0, texts(&["ĐVT: triệu đồng"]));
    });
    "a total filled in like a cost" false |random| changed(random, |sheet, lines| {
        let mut cells = row(lines.len(), &lines[0], 1);
        cells[3] = "Tổng cộng".into();
        (cells[4], cells[5], cells[6], cells[7]) = (Cell::Empty, Cell::Empty, Cell::Empty, total(lines).into());
        sheet.rows.push(cells);
    });
    "quantities over years" true |random| {
        let lines = lines::some(random);
        let mut rows = vec![texts(&HEAD[..5]), vec![Cell::Empty; 5]];
        rows[0].extend(texts(&["Số lượng", "", "Đơn giá", "Loại chi phí", "Nguồn kinh phí"]));
        rows[1].extend(texts(&["2027", "2028"]));
        rows.extend(lines.iter().enumerate().map(|(index, line)| {
            let mut cells = row(index, line, 1);
            let [price, kind, source] = [6, 8, 10].map(|column| cells[column].clone());
            cells.truncate(5);
            cells.extend([2027, 2028].map(|year| if line.year == year { line.quantity.into() } else { Cell::Empty }));
            cells.extend([price, kind, source]);
            cells
        }));
        (Book::of(rows), entries(&lines))
    };
    "a sheet a year" true |random| {
        let lines = lines::some(random);
        let sheets = [2027, 2028].into_iter().map(|year| {
            let own: Vec<Line> = lines.iter().filter(|line| line.year == year).cloned().collect();
            let mut rows = table(&own, 1);
            for row in &mut rows {
                row.remove(9);
            }
            Sheet::new(&format!("Năm {year}"), rows)
        });
        (Book(sheets.collect()), entries(&lines))
    };
    "years in headings" true |random| {
        let lines = lines::some(random);
        let mut rows = vec![texts(&HEAD)];
        for year in [2027, 2028] {
            rows.push(at(3, &format!("Năm {year}")));
            for (index, line) in lines.iter().filter(|line| line.year == year).enumerate() {
                let mut drawn = row(index, line, 1);
                drawn[9] = Cell::Empty;
                rows.push(drawn);
            }
        }
        (Book::of(rows), entries(&lines))
    };
    "lump sums" true |random| {
        let mut lines = lines::some(random);
        for line in &mut lines {
            line.quantity = 1;
        }
        let mut rows = table(&lines, 1);
        for row in rows.iter_mut().skip(1) {
            row[5] = Cell::Empty;
            row[6] = Cell::Empty;
        }
        (Book::of(rows), entries(&lines))
    };
    "hidden rows" true |random| changed(random, |sheet, _| sheet.hidden.push(1));
    "struck through" true |random| changed(random, |sheet, _| sheet.struck.push(2));
    "contingency beside" false |random| changed(random, |sheet, lines| sheet.rows.push(sum("Dự phòng 5%", total(lines) / 20)));
    "rounded total" true |random| changed(random, |sheet, lines| {
        sheet.rows.push(sum("Cộng", total(lines)));
        sheet.rows.push(sum("Làm tròn", total(lines) / 10_000 * 10_000));
    });
    "details below lines" true |random| changed(random, |sheet, _| {
        sheet.rows.insert(2, at(3, "- Cấu hình: 8 GB, 256 GB"));
        sheet.rows.insert(3, at(3, "- Bảo hành 12 tháng"));
    });
    "codes merged downwards" true |random| {
        let mut lines = lines::some(random);
        (lines[1].row, lines[1].component) = (lines[0].row, lines[0].component);
        let mut sheet = Sheet::new("Dự toán", table(&lines, 1));
        sheet.rows[2][1] = Cell::Empty;
        sheet.rows[2][2] = Cell::Empty;
        sheet.merged = vec![(1, 1, 2, 1), (1, 2, 2, 2)];
        (Book(vec![sheet]), entries(&lines))
    };
    "years as columns" true |random| annex(random, &[&["Nguồn vốn", "Năm 2027", "Năm 2028"]], |random, line| {
        let first = part(random, line.amount());
        let source = SOURCES.iter().position(|source| source.0 == line.source.0).expect("a source");
        let own = shares(line, &[(2027, source, first), (2028, source, line.amount() - first)]);
        // The source stands in the first of the columns.
        (vec![-1 - i64::try_from(source).expect("a source"), first, line.amount() - first], own)
    });
    "sources as columns" true |random| {
        let (book, wanted) = annex(random, &[&["Năm", "NS tỉnh", "NS xã", "Tự thanh toán"]], |random, line| {
            let first = part(random, line.amount());
            let second = part(random, line.amount() - first);
            let third = line.amount() - first - second;
            let own = shares(line, &[(line.year, 0, first), (line.year, 1, second), (line.year, 2, third)]);
            (vec![line.year.into(), first, second, third], own)
        });
        (book, wanted)
    };
    "years over sources" true |random| {
        let (mut book, wanted) = annex(random, &[
            &["Năm 2027", "", "Năm 2028", ""],
            &["NS tỉnh", "NS xã", "NS tỉnh", "NS xã"],
        ], |random, line| {
            let first = part(random, line.amount());
            let second = part(random, line.amount() - first);
            let third = part(random, line.amount() - first - second);
            let fourth = line.amount() - first - second - third;
            let own = shares(line, &[(2027, 0, first), (2027, 1, second), (2028, 0, third), (2028, 1, fourth)]);
            (vec![first, second, third, fourth], own)
        });
        book.0[0].merged = vec![(0, 9, 0, 10), (0, 11, 0, 12)];
        (book, wanted)
    };
    "shares that miss something" false |random| annex(random, &[&["Năm", "NS tỉnh", "NS xã"]], |random, line| {
        let first = part(random, line.amount());
        (vec![line.year.into(), first, line.amount() - first + 1_000], Vec::new())
    });
    "no kind of cost" false |random| changed(random, |sheet, _| {
        for row in &mut sheet.rows {
            row.remove(8);
        }
    });
}
