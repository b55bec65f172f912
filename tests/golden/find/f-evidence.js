academyFind.take("652340c357cb","f-evidence",[["data","Figures given",0,"#%+"]]);
