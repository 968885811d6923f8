<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>TileState</name>
    <message>
        <source>connecting</source>
        <translation>đang kết nối</translation>
    </message>
    <message>
        <source>live</source>
        <translation>trực tiếp</translation>
    </message>
    <message>
        <source>late</source>
        <translation>trễ hình</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>hình đứng</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>mất tín hiệu</translation>
    </message>
    <message>
        <source>login refused</source>
        <translation>từ chối đăng nhập</translation>
    </message>
    <message>
        <source>sessions full</source>
        <translation>hết phiên</translation>
    </message>
    <message>
        <source>unsupported codec</source>
        <translation>định dạng lạ</translation>
    </message>
    <message>
        <source>decoder failed</source>
        <translation>lỗi giải mã</translation>
    </message>
</context>
<context>
    <name>Cause</name>
    <message>
        <source>unknown fault</source>
        <translation>lỗi không rõ</translation>
    </message>
    <message>
        <source>set-up incomplete</source>
        <translation>cài đặt chưa đầy đủ</translation>
    </message>
    <message>
        <source>opening the connection</source>
        <translation>đang mở kết nối</translation>
    </message>
    <message>
        <source>waiting for the first picture</source>
        <translation>đang chờ hình đầu tiên</translation>
    </message>
    <message>
        <source>the camera's address cannot be reached</source>
        <translation>không tới được địa chỉ camera</translation>
    </message>
    <message>
        <source>the camera refuses connections</source>
        <translation>camera từ chối kết nối</translation>
    </message>
    <message>
        <source>the camera broke the connection</source>
        <translation>camera ngắt kết nối</translation>
    </message>
    <message>
        <source>the camera ended the stream</source>
        <translation>camera kết thúc luồng hình</translation>
    </message>
    <message>
        <source>the connection is open but nothing comes</source>
        <translation>còn kết nối nhưng không có dữ liệu</translation>
    </message>
    <message>
        <source>the camera does not answer</source>
        <translation>camera không trả lời</translation>
    </message>
    <message>
        <source>the camera has no such stream</source>
        <translation>camera không có luồng hình này</translation>
    </message>
    <message>
        <source>wrong user name or password</source>
        <translation>sai tên đăng nhập hoặc mật khẩu</translation>
    </message>
    <message>
        <source>the camera asks for a login and none is set</source>
        <translation>camera đòi đăng nhập nhưng chưa đặt tài khoản</translation>
    </message>
    <message>
        <source>the camera has no free session</source>
        <translation>camera không còn phiên trống</translation>
    </message>
    <message>
        <source>the stream carries no video</source>
        <translation>luồng không có hình</translation>
    </message>
    <message>
        <source>the video format cannot be shown</source>
        <translation>không hiển thị được định dạng hình này</translation>
    </message>
    <message>
        <source>the answer is not a video stream</source>
        <translation>dữ liệu trả về không phải luồng hình</translation>
    </message>
    <message>
        <source>the answer is too large</source>
        <translation>dữ liệu trả về quá lớn</translation>
    </message>
    <message>
        <source>packets arrive but the picture stands</source>
        <translation>vẫn có dữ liệu nhưng hình đứng yên</translation>
    </message>
    <message>
        <source>the camera sends damaged pictures</source>
        <translation>camera gửi hình bị hỏng</translation>
    </message>
    <message>
        <source>pictures arrive late</source>
        <translation>hình đến trễ</translation>
    </message>
    <message>
        <source>the decoder failed</source>
        <translation>bộ giải mã bị lỗi</translation>
    </message>
    <message>
        <source>the decoder stopped and is being replaced</source>
        <translation>bộ giải mã đã dừng, đang được thay</translation>
    </message>
    <message>
        <source>the camera has just changed its picture format</source>
        <translation>camera vừa đổi định dạng hình</translation>
    </message>
    <message>
        <source>the camera does not send in the way that is asked for (TCP or UDP)</source>
        <translation>camera không gửi theo cách được yêu cầu (TCP hay UDP)</translation>
    </message>
    <message>
        <source>there is no memory for its pictures</source>
        <translation>không đủ bộ nhớ cho hình</translation>
    </message>
    <message>
        <source>the camera reports a fault of its own</source>
        <translation>camera tự báo lỗi</translation>
    </message>
    <message>
        <source>the camera's clock is wrong</source>
        <translation>đồng hồ camera sai</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>clock is off</source>
        <translation>đồng hồ lệch</translation>
    </message>
    <message>
        <source>No camera is on this wall: start it with  citywall view rtsp://…</source>
        <translation>Chưa có camera nào trên tường hình này: hãy chạy  citywall view rtsp://…</translation>
    </message>
    <message>
        <source>picture damaged</source>
        <translation>hình bị lỗi</translation>
    </message>
    <message>
        <source>new format</source>
        <translation>đổi định dạng</translation>
    </message>
    <message>
        <source>check the account; press R to try again</source>
        <translation>kiểm tra tài khoản; nhấn R để thử lại</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} giây</translation>
    </message>
    <message>
        <source>{0} min {1:02}</source>
        <translation>{0} phút {1:02}</translation>
    </message>
    <message>
        <source>{0} h {1:02}</source>
        <translation>{0} giờ {1:02}</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} ngày</translation>
    </message>
    <message>
        <source>main stream: {0}</source>
        <translation>luồng chính: {0}</translation>
    </message>
    <message>
        <source>or</source>
        <translation>hoặc</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
</context>
<context>
    <name>TopLine</name>
    <message>
        <source>{0} live</source>
        <translation>{0} trực tiếp</translation>
    </message>
    <message>
        <source>{0} connecting</source>
        <translation>{0} đang kết nối</translation>
    </message>
    <message>
        <source>{0} not live</source>
        <translation>{0} không trực tiếp</translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>Camera to the left</source>
        <translation>Camera bên trái</translation>
    </message>
    <message>
        <source>Camera to the right</source>
        <translation>Camera bên phải</translation>
    </message>
    <message>
        <source>Camera above</source>
        <translation>Camera phía trên</translation>
    </message>
    <message>
        <source>Camera below</source>
        <translation>Camera phía dưới</translation>
    </message>
    <message>
        <source>Page back</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Page on</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>The selected camera alone, and back</source>
        <translation>Xem riêng camera đang chọn, và trở lại</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Trở lại</translation>
    </message>
    <message>
        <source>Try the selected camera again</source>
        <translation>Thử kết nối lại camera đang chọn</translation>
    </message>
    <message>
        <source>Full screen, and back</source>
        <translation>Toàn màn hình, và trở lại</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Bảng phím tắt này</translation>
    </message>
    <message>
        <source>Close the wall</source>
        <translation>Đóng tường hình</translation>
    </message>
    <message>
        <source>{0} × {1} cameras</source>
        <translation>{0} × {1} camera</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Trang {0} / {1}</translation>
    </message>
</context>
</TS>
