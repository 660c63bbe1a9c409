//! What people write for figures and for the unit of money they are in: `1.200.000 đ`, `1,2 tỷ`,
//! `38 người`; `ĐVT: triệu đồng`, `(x1000)`, `10^6 VNĐ`. One grammar for workbooks, wherever it
//! stands in them. A text is either understood or said to be unclear, never passed over.

mod announced;
mod figure;
mod token;
mod unit;

pub use announced::only_announces;
pub use announced::said_near;
pub use figure::Figure;
pub use figure::NoFigure;
pub use figure::counted;
pub use figure::parse as figure;
pub use unit::Said;
pub use unit::Stated;
pub use unit::is_unit;
pub use unit::of_number_format;
pub use unit::said;
pub use unit::said_as_unit;
pub use unit::said_in_head;
