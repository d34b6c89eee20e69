{{%AUTOESCAPE context="HTML"}}<details class="act no-print"><summary>{{L_SEND_DOCUMENT}}</summary>
<form class="stack" method="post" enctype="multipart/form-data" action="{{UPLOAD_ACTION}}">
<input type="hidden" name="form-n" value="{{UPLOAD_N}}"><input type="hidden" name="form-key" value="{{UPLOAD_KEY}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
<div class="field"><label for="form-file">{{L_FILE}}</label><p class="help" id="form-file-help">{{L_FILE_HELP}}</p>
<input id="form-file" name="form-file" type="file" accept=".pdf,.jpg,.jpeg,.png,.txt,.odt,.docx" aria-describedby="form-file-help"></div>
{{#AUDIENCE}}<fieldset class="field checks" aria-describedby="form-partners-help"><legend>{{L_SHOWN_TO}}</legend><p class="help" id="form-partners-help">{{L_SHOWN_TO_HELP}}</p>
{{#VIEWER}}<label class="check"><input type="checkbox" name="{{VIEWER_NAME}}" value="{{VIEWER_VALUE}}"> {{VIEWER_LABEL}}</label>
{{/VIEWER}}</fieldset>
{{/AUDIENCE}}<p class="buttons"><button class="main">{{L_ADD_FILE}}</button></p>
</form></details>
