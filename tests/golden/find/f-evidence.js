academyFind.take("4baf7a7ef794","f-evidence",[["data","Figures given",0,"#%+"]]);
