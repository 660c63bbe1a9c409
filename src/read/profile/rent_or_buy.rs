//! What a commune weighs: the items that can be rented or bought.

use super::components::catalogue_component;
use super::reader::Reader;
use super::reader::twice;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::ChosenComponent;
use crate::model::Comparison;
use crate::model::Dong;
use crate::model::Overflow;
use crate::model::RentOrBuy;
use crate::model::Way;
use crate::model::keys;
use crate::read::fields;
use crate::read::fields::Fields;

impl Reader<'_> {
    /// The items, each once. Whether their components are chosen is judged where these are known.
    pub(super) fn rent_or_buy(
        &mut self,
        node: &Node,
        components: &[ChosenComponent],
        components_read: Result<(), Reported>,
    ) -> Vec<Comparison> {
        let mut found: Vec<Comparison> = Vec::new();
        for node in fields::list(node, self.diagnostics).unwrap_or_default() {
            let Ok((comparison, component)) = self.rent_or_buy_item(node) else {
                continue;
            };
            let item = &comparison.item;
            let is_chosen = |chosen: &ChosenComponent| chosen.code == item.component;
            if components_read.is_ok() && !components.iter().any(is_chosen) {
                let message = format!("hồ sơ không chọn thành phần {}", item.component);
                let at = component.origin();
                let finding = Diagnostic::new(Code::COMPONENT_NOT_CHOSEN, at, message);
                let hint =
                    "ghi một thành phần có trong `thanh_phan`, hoặc thêm thành phần này vào đó";
                self.diagnostics.report(finding.hint(hint));
                continue;
            }
            let is_same = |earlier: &Comparison| {
                earlier.item.component == item.component && earlier.item.name == item.name
            };
            if found.iter().any(is_same) {
                twice(node, "hạng mục", &item.name, self.diagnostics);
                continue;
            }
            found.push(comparison);
        }
        found
    }

    /// An item, and where its component stands.
    fn rent_or_buy_item<'n>(&mut self, node: &'n Node) -> Result<(Comparison, &'n Node), Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let name = self.required_text(&mut fields, keys::NAME);
        let component_node = fields.require(keys::COMPONENTS, self.diagnostics);
        let component = component_node
            .and_then(|node| catalogue_component(self, node))
            .map(|component| component.code.clone());
        let quantity = fields.require(keys::QUANTITY, self.diagnostics);
        let quantity = quantity.and_then(|node| {
            let quantity = fields::whole(node, self.diagnostics)?;
            self.above_zero(node, quantity > 0).map(|()| quantity)
        });
        let price = self.price(&mut fields, keys::BUYING);
        let upkeep = fields.require(keys::UPKEEP, self.diagnostics);
        let upkeep = upkeep.and_then(|node| fields::dong(node, self.diagnostics));
        let rent = self.price(&mut fields, keys::RENTING);
        let chosen = fields.require(keys::CHOSEN_WAY, self.diagnostics);
        let chosen = chosen.and_then(|node| fields::choice(node, &Way::KEYS, self.diagnostics));
        let reason = self.required_text(&mut fields, keys::REASON);
        fields.finish(self.diagnostics);
        let item = RentOrBuy {
            name: name?,
            component: component?,
            quantity: quantity?,
            price: price?,
            upkeep: upkeep?,
            rent: rent?,
            chosen: chosen?,
            reason: reason?,
            at: node.origin(),
        };
        let comparison = item.compared().map_err(|Overflow| {
            let message = "chi phí năm năm của hạng mục vượt quá 999.999.999.999.999 đồng";
            let finding = Diagnostic::new(Code::BAD_NUMBER, node.origin(), message);
            let hint = "ghi giá của một đơn vị, bằng đồng; xem lại `so_luong` và các giá";
            self.diagnostics.report(finding.hint(hint))
        })?;
        Ok((comparison, component_node?))
    }

    /// The price of a way; without one there is nothing to compare.
    fn price(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Result<Dong, Reported> {
        let node = fields.require(key, self.diagnostics)?;
        let price = fields::dong(node, self.diagnostics)?;
        self.above_zero(node, !price.is_zero()).map(|()| price)
    }

    fn above_zero(&mut self, node: &Node, is_above: bool) -> Result<(), Reported> {
        if is_above {
            return Ok(());
        }
        let message = "ở đây cần một số lớn hơn 0";
        let finding = Diagnostic::new(Code::BAD_NUMBER, node.origin(), message);
        let hint = "ghi số lượng và giá thật; chưa đủ giá mua và giá thuê thì bỏ hạng mục khỏi `thue_hay_mua`";
        Err(self.diagnostics.report(finding.hint(hint)))
    }
}
