package org.zhengtong.base.notice.internal;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.zhengtong.base.notice.Channel;

/** What the short-message centre says by itself: receipts. People's answers are taken and left unread. */
record ReceiptListener(ReceiptBook receipts) implements MessageReceiverListener {

    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
        if (!message.isSmscDeliveryReceipt()) {
            return;
        }
        try {
            var receipt = message.getShortMessageAsDeliveryReceipt();
            var state = receipt.getFinalStatus();
            if (state == DeliveryReceiptState.ENROUTE || state == DeliveryReceiptState.ACCEPTD) {
                return;
            }
            receipts.enter(
                    Channel.SMS,
                    receipt.getId(),
                    state == DeliveryReceiptState.DELIVRD,
                    String.valueOf(state) + (receipt.getError() == null ? "" : " " + receipt.getError()),
                    message.getSourceAddr());
        } catch (InvalidDeliveryReceiptException unreadable) {
            throw new ProcessRequestException("Not a receipt", SMPPConstant.STAT_ESME_RX_P_APPN, unreadable);
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // Says that a telephone is reachable again; the centre delivers by itself.
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("Not served", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
